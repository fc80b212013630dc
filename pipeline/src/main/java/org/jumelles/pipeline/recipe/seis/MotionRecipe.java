package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.calibration.Removal;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Instruments;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;

/// `seis/motion`: counts of a granule, freed of their glitches (and of the ticks of each second
/// where that is asked for), to ground velocity in m/s, along Z, N and E where all three components
/// and their directions are known, along the sensor's own axes elsewhere.
final class MotionRecipe {
  static final Recipe RECIPE = new Recipe("seis/motion", "3");
  static final String PAYLOAD = "motion.mseed";

  /// Heap that a sample costs at most while the granule is made, all copies together.
  private static final long BYTES_A_SAMPLE = 320;

  private static final double WATER_LEVEL_DB = 60;
  private static final double TAPER = 0.05;
  private static final double LOWEST_HZ = 0.005;

  /// A taper is no longer than this: what is under it is lost where no neighbour lends samples.
  private static final double TAPER_SECONDS = 30;

  private final Archive archive;
  private final Provenance provenance;
  private final boolean removesTicks;

  /// @param removesTicks whether the cross-talk of each second is taken off first
  MotionRecipe(Archive archive, Provenance provenance, boolean removesTicks) {
    this.archive = archive;
    this.provenance = provenance;
    this.removesTicks = removesTicks;
  }

  /// The work for a granule; empty where its samples are no counts, or no response is known.
  Optional<Work> plan(Granule granule) {
    if (!granule.isCounts()) {
      return Optional.empty();
    }
    Map<String, Found> epochs = new TreeMap<>();
    for (String channel : granule.runs().keySet()) {
      epoch(granule, channel).ifPresent(found -> epochs.put(channel, found));
    }
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<Identity> inputs = new TreeSet<>(granule.inputs());
    epochs.values().forEach(found -> inputs.add(found.product()));
    Map<String, String> parameters = parameters(granule);
    Identity identity =
        Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.copyOf(inputs));
    return Optional.of(
        new Work(
                identity,
                "ground motion of " + granule.subject(),
                granule.samplesAtMost() * BYTES_A_SAMPLE,
                () -> make(granule, epochs, parameters, List.copyOf(inputs)))
            .of(RECIPE, granule.span()));
  }

  private Map<String, String> parameters(Granule granule) {
    double nyquist = granule.samplingRateHz() / 2;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("subject", granule.subject());
    parameters.put("output", "velocity");
    parameters.put("water_level_db", number(WATER_LEVEL_DB));
    parameters.put("taper", number(TAPER));
    parameters.put("taper_at_most_s", number(TAPER_SECONDS));
    parameters.put("deglitched", GlitchParameters.DEFAULT.toString());
    if (removesTicks) {
      parameters.put(Deticking.PARAMETER, Deticking.REMOVED);
    }
    parameters.put("margin_s", Long.toString(Granule.MARGIN_NANOS / 1_000_000_000L));
    parameters.put(
        "pre_filter_hz",
        number(LOWEST_HZ)
            + ","
            + number(2 * LOWEST_HZ)
            + ","
            + number(0.8 * nyquist)
            + ","
            + number(0.95 * nyquist));
    return parameters;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value).replaceAll("\\.?0+$", "");
  }

  private Optional<Found> epoch(Granule granule, String channel) {
    String key = granule.runsOf(channel).getFirst().entry().key();
    return new ResponseEpochs(archive).at(key, granule.span().start());
  }

  private Outcome<ProductDraft> make(
      Granule granule,
      Map<String, Found> epochs,
      Map<String, String> parameters,
      List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    List<Defect> defects = new ArrayList<>();
    Map<String, Channel> channels = new TreeMap<>();
    Map<String, List<Trace>> counts = new TreeMap<>();
    for (String code : granule.runs().keySet()) {
      Found epoch = epochs.get(code);
      if (epoch == null) {
        defects.add(defect(granule, code, "response", "no inventory holds one for this time"));
        continue;
      }
      channels.put(code, new ResponseEpochs(archive).read(epoch, granule.span().start()));
      List<Trace> stretches = counts(granule, code, defects);
      if (!stretches.isEmpty()) {
        counts.put(code, stretches);
      }
    }
    Instruments.Channels holding =
        (id, at) ->
            Optional.ofNullable(channels.get(id.channel()))
                .filter(channel -> channel.node().epoch().contains(at));
    Optional<Deticking> deticking =
        removesTicks ? Optional.of(Deticking.of(counts, defects)) : Optional.empty();
    Deglitching deglitching =
        Deglitching.of(deticking.map(Deticking::counts).orElse(counts), holding, defects);
    Map<String, List<Trace>> motion = new TreeMap<>();
    deglitching
        .counts()
        .forEach(
            (code, stretches) -> {
              Channel channel =
                  Optional.ofNullable(channels.get(code))
                      .orElseThrow(() -> new AssertionError(code));
              List<Trace> calibrated = calibrated(granule, code, channel, stretches, defects);
              if (!calibrated.isEmpty()) {
                motion.put(code, calibrated);
              }
            });
    List<Trace> traces = new Components(granule.subject(), channels, defects).turned(motion);
    if (traces.isEmpty()) {
      return new Outcome.Refused<>(
          defects.isEmpty()
              ? defect(granule, "", "samples", "none could be calibrated")
              : defects.getFirst());
    }
    return Outcome.of(
        draft(granule, parameters, inputs, traces, new Cleaned(deglitching, deticking), started),
        defects);
  }

  /// What was taken off the counts.
  private record Cleaned(Deglitching glitches, Optional<Deticking> ticks) {}

  private ProductDraft draft(
      Granule granule,
      Map<String, String> parameters,
      List<Identity> inputs,
      List<Trace> traces,
      Cleaned cleaned,
      Moment started)
      throws IOException {
    Path file = archive.workFile(PAYLOAD);
    Map<String, String> level =
        Map.of("level", "motion", "unit", "m/s", "subject", granule.subject());
    List<Entry> entries = Waveforms.write(traces, file, level);
    List<DraftPayload> payloads = new ArrayList<>();
    payloads.add(new DraftPayload(PAYLOAD, "application/vnd.fdsn.mseed", file));
    Deglitching deglitching = cleaned.glitches();
    payloads.add(table(Deglitching.PAYLOAD, deglitching.csv()));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(ProductDraft.SUBJECT, granule.subject());
    attributes.put("unit", "m/s");
    attributes.put(
        "glitches",
        deglitching.isSearched()
            ? deglitching.removals().size() + ", " + deglitching.removedParts() + " parts removed"
            : "not searched");
    if (cleaned.ticks().isPresent()) {
      Deticking ticks = cleaned.ticks().get();
      payloads.add(table(Deticking.PAYLOAD, ticks.csv()));
      attributes.put(
          "ticks", ticks.removedPieces() + " of " + ticks.ticks().size() + " pieces removed");
    }
    return new ProductDraft(
        RECIPE,
        "Ground velocity of " + granule.subject(),
        parameters,
        inputs,
        payloads,
        entries,
        provenance.since(
            started, Programme.ofKey(traces.getFirst().id().text()).name(), granule.span().start()),
        attributes);
  }

  private DraftPayload table(String name, String csv) throws IOException {
    return new DraftPayload(name, "text/csv", Files.writeString(archive.workFile(name), csv));
  }

  private List<Trace> counts(Granule granule, String code, List<Defect> defects)
      throws IOException {
    Traces raw = Waveforms.read(archive, granule.runsOf(code), granule.reach());
    defects.addAll(raw.defects());
    return raw.segments().stream()
        .map(segment -> segment.toTrace().slice(granule.reach()))
        .filter(trace -> trace.count() > 0)
        .toList();
  }

  private static List<Trace> calibrated(
      Granule granule, String code, Channel channel, List<Trace> counts, List<Defect> defects) {
    ChannelResponse response =
        ChannelResponse.of(channel.response().orElseThrow(() -> new AssertionError(code)));
    response
        .sensitivityDeviation()
        .ifPresent(
            deviation -> {
              if (deviation > 0.05) {
                defects.add(
                    defect(
                        granule,
                        code,
                        "InstrumentSensitivity",
                        "differs from the product of the stages by %.1f %%"
                            .formatted(100 * deviation)));
              }
            });
    List<Trace> calibrated = new ArrayList<>();
    counts.forEach(
        trace -> removed(granule, code, trace, response, defects).ifPresent(calibrated::add));
    return calibrated;
  }

  /// Ground motion of one stretch without a hole, cut to the granule; none where it is shorter than
  /// one period of the lowest frequency kept.
  private static Optional<Trace> removed(
      Granule granule, String code, Trace raw, ChannelResponse response, List<Defect> defects) {
    double seconds = raw.count() / raw.samplingRateHz();
    if (seconds < 1 / LOWEST_HZ) {
      defects.add(
          defect(
              granule,
              code,
              "length",
              "a stretch of %.1f s from %s is too short to calibrate"
                  .formatted(seconds, raw.start())));
      return Optional.empty();
    }
    double nyquist = raw.samplingRateHz() / 2;
    double taper = Math.min(TAPER, 2 * TAPER_SECONDS / seconds);
    Removal removal =
        new Removal(GroundMotion.VELOCITY, Optional.empty(), WATER_LEVEL_DB, taper)
            .within(new Removal.Corners(LOWEST_HZ, 2 * LOWEST_HZ, 0.8 * nyquist, 0.95 * nyquist));
    double[] velocity = removal.apply(raw.samples(), raw.samplingRateHz(), response);
    Trace kept = raw.withSamples(velocity).slice(granule.span());
    tellTaper(granule, code, raw, kept, taper * seconds / 2, defects);
    return kept.count() == 0 ? Optional.empty() : Optional.of(kept);
  }

  /// Where no neighbour lent its samples, the ends of what is kept lie under the taper: there the
  /// motion comes out too small.
  private static void tellTaper(
      Granule granule,
      String code,
      Trace raw,
      Trace kept,
      double taperSeconds,
      List<Defect> defects) {
    double lead = raw.start().nanosUntil(kept.start()) / 1e9;
    double tail = kept.end().nanosUntil(raw.end()) / 1e9;
    double start = Math.max(0, taperSeconds - lead);
    double end = Math.max(0, taperSeconds - tail);
    if (kept.count() > 0 && start + end > 0) {
      defects.add(
          defect(
              granule,
              code,
              "taper",
              "%.0f s from %s and %.0f s before %s are too small: no data beyond them"
                  .formatted(start, kept.start(), end, kept.end())));
    }
  }

  private static Defect defect(Granule granule, String code, String field, String found) {
    return new Defect(
        granule.subject(),
        code.isEmpty() ? new Place.Whole() : new Place.Path(code),
        field,
        "seis/motion",
        found);
  }
}
