package org.jumelles.pipeline.recipe.seis;

import org.jumelles.seis.body.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.figure.chart.Figure;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.figure.NoiseFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.seis.noise.NoiseCsv;
import org.jumelles.seis.noise.NoiseStatistics;
import org.jumelles.seis.trace.Trace;

/// `seis/noise`: how often each level of noise occurred in each band and local hour of a granule,
/// of all components of the motion, or of the one raw channel where there is none. Counts of
/// several granules add up.
final class NoiseRecipe {
  static final Recipe RECIPE = new Recipe("seis/noise", "1");
  static final String PAYLOAD = "noise.csv";
  static final String KIND = "noise";

  /// Hours of the local day, by the mission's clock.
  static final int HOURS = 24;

  private static final LevelCounts.Settings SETTINGS = LevelCounts.Settings.USUAL;
  private static final long BYTES_A_SAMPLE = 72;

  /// Twenty megabytes of counts, and the canvas of a picture.
  private static final long FIXED_BYTES = 64L << 20;

  private final Archive archive;
  private final Provenance provenance;

  NoiseRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// The work for a source; empty where it is shorter than a segment, or too slow for a window.
  Optional<Work> plan(Source source) {
    boolean isLong = source.span().nanos() >= SETTINGS.segmentS() * 1e9;
    if (!isLong || SETTINGS.bands(source.samplingRateHz()) == 0) {
      return Optional.empty();
    }
    Map<String, String> parameters = parameters(source);
    List<Identity> inputs = source.inputs();
    return Optional.of(
        new Work(
                Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs),
                "noise of " + source.subject(),
                source.samples() * BYTES_A_SAMPLE + FIXED_BYTES,
                () -> make(source, parameters, inputs))
            .of(RECIPE, source.span()));
  }

  private static Map<String, String> parameters(Source source) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("subject", source.subject());
    parameters.put("segment_s", Double.toString(SETTINGS.segmentS()));
    parameters.put("window_s", Double.toString(SETTINGS.windowS()));
    parameters.put("bands_per_octave", Integer.toString(SETTINGS.bandsPerOctave()));
    parameters.put("clock", days(source).name());
    parameters.put("unit", unit(source));
    return parameters;
  }

  private static LocalClock days(Source source) {
    return Body.ofNetwork(source.channel().network()).days();
  }

  private static String unit(Source source) {
    return source.isCalibrated() ? "m/s^2" : source.unit();
  }

  private static String quantity(Source source) {
    return source.isCalibrated() ? "ground acceleration" : source.quantity();
  }

  private Outcome<ProductDraft> make(
      Source source, Map<String, String> parameters, List<Identity> inputs) throws IOException {
    Moment started = Provenance.now();
    List<Defect> defects = new ArrayList<>();
    SortedMap<String, LevelCounts> counted = new TreeMap<>();
    for (List<Found> runs : channels(source)) {
      String channel = new SourceId(runs.getFirst().entry().key()).nslc();
      count(source, runs, defects).ifPresent(counts -> counted.put(channel, counts));
    }
    if (counted.isEmpty()) {
      return new Outcome.Refused<>(
          defects.isEmpty()
              ? defect(source, "samples", "no stretch is as long as a segment")
              : defects.getFirst());
    }
    return Outcome.of(draft(source, parameters, inputs, counted, started), defects);
  }

  private static List<List<Found>> channels(Source source) {
    return source.components().isEmpty()
        ? List.of(source.runs())
        : List.copyOf(source.components().values());
  }

  private Optional<LevelCounts> count(Source source, List<Found> runs, List<Defect> defects)
      throws IOException {
    double rateHz = source.samplingRateHz();
    LocalClock clock = days(source);
    NoiseStatistics statistics =
        new NoiseStatistics(
            SETTINGS,
            rateHz,
            source.isCalibrated()
                ? new NoiseStatistics.Reading.Velocity()
                : new NoiseStatistics.Reading.AsTheyAre(),
            HOURS,
            moment -> clock.localTime(moment).hour());
    for (Trace trace : Waveforms.joined(archive, runs, source.span())) {
      if (trace.samplingRateHz() == rateHz) {
        statistics.add(trace);
      } else {
        defects.add(
            defect(
                source,
                "rate",
                "a stretch of "
                    + trace.samplingRateHz()
                    + " Hz from "
                    + trace.start()
                    + " is left out: the others have "
                    + rateHz
                    + " Hz"));
      }
    }
    LevelCounts counts = statistics.counts();
    return counts.allSegments() == 0 ? Optional.empty() : Optional.of(counts);
  }

  private ProductDraft draft(
      Source source,
      Map<String, String> parameters,
      List<Identity> inputs,
      SortedMap<String, LevelCounts> counted,
      Moment started)
      throws IOException {
    Path csv = Files.writeString(archive.workFile(PAYLOAD), NoiseCsv.write(counted));
    String shown =
        counted.containsKey(source.channel().nslc()) ? source.channel().nslc() : counted.firstKey();
    LevelCounts counts = Optional.ofNullable(counted.get(shown)).orElseThrow();
    Subject subject =
        new Subject(
            shown + ", sol " + source.sol(),
            quantity(source),
            unit(source),
            RECIPE.name() + " " + RECIPE.version() + ", " + PictureRecipe.inputs(inputs));
    Path levels =
        PictureRecipe.write(archive, NoiseFigure.probability(counts, subject), "noise.png");
    Figure byHour = NoiseFigure.byHour(counts, subject, days(source).name());
    Path hours = PictureRecipe.write(archive, byHour, "noise-by-hour.png");
    long size = Files.size(csv);
    return new ProductDraft(
        RECIPE,
        "Noise of " + source.subject(),
        parameters,
        inputs,
        List.of(
            new DraftPayload(PAYLOAD, "text/csv", csv),
            new DraftPayload("noise.png", "image/png", levels),
            new DraftPayload("noise-by-hour.png", "image/png", hours)),
        counted.entrySet().stream()
            .map(one -> entry(source, one.getKey(), one.getValue(), size))
            .toList(),
        provenance.since(started, Programme.ofKey(source.channel().text()).name(), source.start()),
        Map.of(ProductDraft.SUBJECT, source.subject()));
  }

  private static Entry entry(Source source, String channel, LevelCounts counts, long size) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("channel", channel);
    attributes.put("subject", source.subject());
    attributes.put("sol", Long.toString(source.sol()));
    attributes.put("quantity", quantity(source));
    attributes.put("unit", unit(source));
    attributes.put("rate_hz", Double.toString(counts.samplingRateHz()));
    attributes.put("segments", Long.toString(counts.allSegments()));
    attributes.put("silent", Long.toString(counts.silent()));
    return new Entry(
        KIND, SourceId.ofNslc(channel).text(), source.span(), PAYLOAD, 0, size, attributes);
  }

  private static Defect defect(Source source, String field, String found) {
    return new Defect(source.subject(), new Place.Whole(), field, RECIPE.name(), found);
  }
}
