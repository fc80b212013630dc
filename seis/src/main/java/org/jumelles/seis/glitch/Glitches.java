package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.seis.trace.Trace;

/// Finds and removes the glitches of one instrument: three traces of raw counts without a hole, in
/// the order of their sensors, any samples of which may be missing in another.
///
/// Both refuse what [Recording#of] refuses.
public final class Glitches {
  private Glitches() {}

  /// By onset.
  public static Outcome<List<Glitch>> find(
      List<Trace> traces, List<Sensor> sensors, GlitchParameters parameters) {
    return Recording.of(traces, sensors)
        .map(
            recording ->
                new GlitchDetector(recording, parameters)
                    .search().stream().map(GlitchDetector.Found::glitch).toList());
  }

  /// The traces without the glitches found; the variance must fall by 80 % where one is removed.
  public static Outcome<Deglitched> remove(
      List<Trace> traces, List<Sensor> sensors, GlitchParameters parameters) {
    return Recording.of(traces, sensors).map(recording -> removed(traces, recording, parameters));
  }

  private static Deglitched removed(
      List<Trace> traces, Recording recording, GlitchParameters parameters) {
    GlitchDetector detector = new GlitchDetector(recording, parameters);
    List<GlitchDetector.Found> found = detector.search();
    double[][] clean = new double[3][];
    for (int c = 0; c < 3; c++) {
      clean[c] = recording.counts()[c].clone();
    }
    List<Deglitched.Removal> removals =
        GlitchRemover.remove(recording, found, detector.rest(), clean);
    List<Trace> cleaned = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      Trace trace = traces.get(c);
      double[] samples = trace.samples().clone();
      int from = (int) trace.sampling().nearest(recording.start());
      System.arraycopy(clean[c], 0, samples, from, clean[c].length);
      cleaned.add(trace.withSamples(samples));
    }
    return new Deglitched(cleaned, removals);
  }
}
