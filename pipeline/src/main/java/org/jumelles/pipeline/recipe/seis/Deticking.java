package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.seis.glitch.Tick;
import org.jumelles.seis.glitch.Ticks;
import org.jumelles.seis.trace.Trace;

/// The counts of a granule without the cross-talk of each second, and what was found of it.
///
/// @param counts by channel code
/// @param ticks by channel and time, subtracted or not
record Deticking(Map<String, List<Trace>> counts, List<Tick> ticks) {
  static final String PAYLOAD = "ticks.csv";

  /// The parameter of a product whose ticks were taken off; one without it keeps its ticks.
  static final String PARAMETER = "ticks";

  static final String REMOVED = "removed";

  /// What cannot be known goes to the defects, and its counts stay as they are.
  static Deticking of(Map<String, List<Trace>> raw, List<Defect> defects) {
    Map<String, List<Trace>> counts = new TreeMap<>();
    List<Tick> ticks = new ArrayList<>();
    raw.forEach(
        (code, traces) -> {
          List<Trace> clean = new ArrayList<>();
          for (Trace trace : traces) {
            Outcome<Ticks.Deticked> outcome = Ticks.remove(trace);
            defects.addAll(outcome.defects());
            clean.add(outcome.found().map(Ticks.Deticked::trace).orElse(trace));
            outcome.found().ifPresent(found -> ticks.addAll(found.ticks()));
          }
          counts.put(code, clean);
        });
    return new Deticking(counts, List.copyOf(ticks));
  }

  /// How many pieces lost their ticks.
  long removedPieces() {
    return ticks.stream().filter(Tick::subtracted).count();
  }

  /// One row a piece of a channel; the profile in counts, one number a sample of the second.
  String csv() {
    StringBuilder csv =
        new StringBuilder(
            "channel,start,end,rms_counts,rms_sigma_counts,quiet_s,variance_fall,removed,"
                + "first_phase_s,profile_counts\n");
    for (Tick tick : ticks) {
      csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%s,%.3f,%.3f,%d,%.4f,%b,%.6f,%s",
                  tick.id().nslc(),
                  tick.span().start(),
                  tick.span().end(),
                  tick.rmsCounts(),
                  tick.rmsSigmaCounts(),
                  tick.quietSeconds(),
                  tick.varianceFall(),
                  tick.subtracted(),
                  tick.firstPhaseS(),
                  Arrays.stream(tick.profile())
                      .mapToObj(count -> String.format(Locale.ROOT, "%.3f", count))
                      .collect(Collectors.joining(" "))))
          .append('\n');
    }
    return csv.toString();
  }
}
