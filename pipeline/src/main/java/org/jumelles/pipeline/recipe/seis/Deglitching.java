package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.seis.glitch.Deglitched;
import org.jumelles.seis.glitch.Glitch;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Glitches;
import org.jumelles.seis.glitch.Instruments;
import org.jumelles.seis.trace.Trace;

/// The counts of a granule without the glitches that stand out of the noise, and the list of all.
///
/// @param counts by channel code
/// @param removals by onset
/// @param isSearched false where three components of a rate that shows glitches are not there
record Deglitching(
    Map<String, List<Trace>> counts, List<Deglitched.Removal> removals, boolean isSearched) {
  static final String PAYLOAD = "glitches.csv";

  /// Slower channels show no glitch, and of faster ones others at 20 to 100 Hz show the same.
  private static final double LEAST_RATE_HZ = 2;

  private static final double GREATEST_RATE_HZ = 100;

  /// Searches by threes; what refuses to be searched goes to the defects and stays as it is.
  static Deglitching of(
      Map<String, List<Trace>> raw, Instruments.Channels channels, List<Defect> defects) {
    List<Trace> all = raw.values().stream().flatMap(List::stream).toList();
    boolean isSearched =
        raw.size() == 3
            && all.stream()
                .allMatch(
                    trace ->
                        trace.samplingRateHz() >= LEAST_RATE_HZ
                            && trace.samplingRateHz() <= GREATEST_RATE_HZ);
    if (!isSearched) {
      return new Deglitching(raw, List.of(), false);
    }
    List<Trace> clean = new ArrayList<>();
    all.forEach(trace -> clean.add(trace.withSamples(trace.samples().clone())));
    List<Deglitched.Removal> removals = new ArrayList<>();
    for (Outcome<Instruments.Triple> triple : new Instruments(channels).triples(all)) {
      defects.addAll(triple.defects());
      Optional<Deglitched> found = triple.found().flatMap(one -> deglitched(one, defects));
      if (found.isPresent()) {
        found.get().into(all, clean);
        removals.addAll(found.get().glitches());
      }
    }
    removals.sort(Comparator.comparing(removal -> removal.glitch().onset()));
    return new Deglitching(byCode(clean), List.copyOf(removals), true);
  }

  private static Optional<Deglitched> deglitched(Instruments.Triple triple, List<Defect> defects) {
    Outcome<Deglitched> outcome =
        Glitches.remove(triple.traces(), triple.sensors(), GlitchParameters.DEFAULT);
    defects.addAll(outcome.defects());
    return outcome.found();
  }

  private static Map<String, List<Trace>> byCode(List<Trace> traces) {
    Map<String, List<Trace>> counts = new TreeMap<>();
    for (Trace trace : traces) {
      counts.computeIfAbsent(trace.id().channel(), _ -> new ArrayList<>()).add(trace);
    }
    return counts;
  }

  /// How many parts, of one a sensor and glitch, were subtracted.
  long removedParts() {
    return removals.stream()
        .flatMap(removal -> removal.parts().stream())
        .filter(Deglitched.Part::removed)
        .count();
  }

  /// One row a glitch and sensor; amplitudes in m/s^2, spikes in m.
  String csv() {
    StringBuilder csv =
        new StringBuilder(
            "onset,channel,amplitude_m_per_s2,sigma_m_per_s2,spike_m,polarisation,"
                + "variance_reduction,removed,variance_fall,shift_s\n");
    for (Deglitched.Removal removal : removals) {
      Glitch glitch = removal.glitch();
      for (int c = 0; c < removal.parts().size(); c++) {
        Deglitched.Part part = removal.parts().get(c);
        csv.append(
                String.format(
                    Locale.ROOT,
                    "%s,%s,%.4e,%.4e,%.4e,%.4f,%.4f,%b,%.4f,%.4f",
                    glitch.onset(),
                    part.id().nslc(),
                    glitch.components().get(c).amplitudeMPerS2(),
                    glitch.components().get(c).sigmaMPerS2(),
                    part.spikeM(),
                    glitch.polarisation(),
                    glitch.varianceReduction(),
                    part.removed(),
                    part.varianceFall(),
                    part.shiftS()))
            .append('\n');
      }
    }
    return csv.toString();
  }
}
