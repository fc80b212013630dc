package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;
import org.jumelles.seis.noise.WeatherEvidence;
import org.jumelles.seis.solution.Solution;
import org.jumelles.seis.trace.Trace;

/// Wind, pressure and temperature beside a source, by the same station and time, as recorded.
///
/// @param runs by source identifier
record Weather(Archive archive, SortedMap<String, List<Found>> runs) {
  private static final Map<String, String> RAW = Map.of("level", "raw");

  /// Compared before the onset and after the end, so that calm and gust are both there.
  private static final long AROUND_NANOS = 300L * 1_000_000_000L;

  private static final double BIN_SECONDS = 10;

  /// A deviation wants so many samples.
  private static final double SAMPLES_A_BIN = 4;

  private static final int CORNERS = 2;
  private static final double USABLE = 0.45;

  /// Whether a channel tells of weather, and shall not be searched for quakes.
  static boolean is(SourceId channel) {
    String code = channel.channel();
    return code.length() == 3 && "WDKI".indexOf(code.charAt(1)) >= 0;
  }

  static Weather of(Archive archive, Source source) {
    SortedMap<String, List<Found>> runs = new TreeMap<>();
    SourceId near = source.channel();
    Query query = new Query("waveform", List.of(), source.reach(), RAW);
    for (Found found : archive.entries(query)) {
      SourceId id = new SourceId(found.entry().key());
      boolean here = id.network().equals(near.network()) && id.station().equals(near.station());
      if (here
          && Granule.isSampled(found.entry())
          && WeatherEvidence.Kind.ofCode(id.channel()).isPresent()) {
        runs.computeIfAbsent(id.text(), _ -> new ArrayList<>()).add(found);
      }
    }
    return new Weather(archive, runs);
  }

  TreeSet<Identity> inputs() {
    TreeSet<Identity> inputs = new TreeSet<>();
    runs.values().forEach(all -> all.forEach(found -> inputs.add(found.product())));
    return inputs;
  }

  /// What was compared, and the quality D where a gust explains what the ground did; the event
  /// stays.
  Solution beside(Solution solution, List<Trace> ground) throws IOException {
    List<String> sentences = new ArrayList<>();
    List<String> gusts = new ArrayList<>();
    for (Map.Entry<String, List<Found>> channel : runs.entrySet()) {
      Optional<WeatherEvidence> evidence =
          evidence(new SourceId(channel.getKey()), channel.getValue(), solution, ground);
      evidence.ifPresent(one -> sentences.add("Weather: " + one.sentence()));
      evidence
          .filter(WeatherEvidence::isGust)
          .ifPresent(one -> gusts.add("it may be weather: " + one.sentence()));
    }
    if (gusts.isEmpty()) {
      return solution.judged(solution.quality(), sentences);
    }
    List<String> reasons = new ArrayList<>(gusts);
    reasons.add("without the weather it were " + solution.quality().value());
    reasons.addAll(solution.quality().reasons());
    return solution.judged(new Judgement<>(Quality.D, reasons), sentences);
  }

  /// The longest stretch of the ground's dominant band against the weather's longest.
  private Optional<WeatherEvidence> evidence(
      SourceId id, List<Found> found, Solution solution, List<Trace> ground) throws IOException {
    Optional<WeatherEvidence.Kind> kind = WeatherEvidence.Kind.ofCode(id.channel());
    Span event = solution.candidate().span();
    Span around =
        new Span(event.start().plusNanos(-AROUND_NANOS), event.end().plusNanos(AROUND_NANOS));
    Optional<Trace> weather = longest(Waveforms.joined(archive, found, around));
    Optional<Trace> moved = longest(ground.stream().map(trace -> trace.slice(around)).toList());
    if (kind.isEmpty() || weather.isEmpty() || moved.isEmpty()) {
      return Optional.empty();
    }
    double bin = Math.max(BIN_SECONDS, SAMPLES_A_BIN / weather.get().samplingRateHz());
    Trace band = band(moved.get(), solution.candidate().dominant());
    WeatherEvidence evidence = WeatherEvidence.of(band, weather.get(), kind.get(), bin);
    return Optional.of(evidence);
  }

  private static Optional<Trace> longest(List<Trace> traces) {
    return traces.stream()
        .filter(trace -> trace.count() > 1)
        .max(Comparator.comparingInt(Trace::count));
  }

  private static Trace band(Trace trace, BandContent band) {
    double high = Math.min(band.highHz(), USABLE * trace.samplingRateHz());
    return band.lowHz() < high
        ? trace.withSamples(
            Filter.bandpass(CORNERS, band.lowHz(), high, trace.samplingRateHz())
                .apply(trace.samples()))
        : trace;
  }
}
