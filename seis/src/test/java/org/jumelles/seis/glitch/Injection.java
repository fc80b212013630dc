package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// Glitches of one size and of random direction, onset and spike, put into counts that have none.
///
/// @param injected how many
/// @param hits of them found within 2 s
/// @param extra found without one
/// @param removedParts subtracted, of three for each hit
/// @param relativeError root mean square of the error of all amplitudes over the size
/// @param pull median of |error| / sigma over 0.6745: 1 where the sigmas are true
/// @param onsetErrorS median
record Injection(
    int injected,
    int hits,
    int extra,
    long removedParts,
    double relativeError,
    double pull,
    double onsetErrorS) {
  private static final double SPACING_S = 120;

  @SuppressWarnings("ArrayRecordComponent") // never a key
  private record Truth(Moment onset, double[] amplitudes) {}

  /// @param sizeMPerS2 length of the vector over the sensors
  static Injection into(List<Trace> clean, List<Sensor> sensors, double sizeMPerS2, long seed) {
    Random random = new Random(seed);
    List<Trace> traces = new ArrayList<>();
    clean.forEach(trace -> traces.add(trace.withSamples(trace.samples().clone())));
    List<Truth> truths = new ArrayList<>();
    double rateHz = clean.getFirst().samplingRateHz();
    int count = clean.getFirst().count();
    double at = (60 + 60 * random.nextDouble()) * rateHz;
    while (at < count - 60 * rateHz) {
      truths.add(put(traces, sensors, at, sizeMPerS2, random));
      at += SPACING_S * rateHz * (0.75 + 0.5 * random.nextDouble());
    }
    Deglitched found =
        Glitches.remove(traces, sensors, GlitchParameters.DEFAULT).found().orElseThrow();
    return compared(truths, found, sizeMPerS2);
  }

  private static Truth put(
      List<Trace> traces, List<Sensor> sensors, double at, double size, Random random) {
    double[] amplitudes = new double[3];
    double norm = 0;
    for (int c = 0; c < 3; c++) {
      amplitudes[c] = random.nextGaussian();
      norm += amplitudes[c] * amplitudes[c];
    }
    // Spikes of the real ones are up to 0.03 s^2 of the step.
    double spikeS2 = 0.03 * (2 * random.nextDouble() - 1);
    int whole = (int) Math.floor(at);
    for (int c = 0; c < 3; c++) {
      amplitudes[c] *= size / Math.sqrt(norm);
      GlitchModel model = sensors.get(c).model();
      double[] counts = traces.get(c).samples();
      int from = whole - model.before();
      JointFit.add(counts, from, model.glitch(at - whole), amplitudes[c]);
      JointFit.add(counts, from, model.spike(at - whole), amplitudes[c] * spikeS2);
    }
    Trace first = traces.getFirst();
    Moment onset = first.start().plusNanos(Math.round(at / first.samplingRateHz() * 1e9));
    return new Truth(onset, amplitudes);
  }

  private static Injection compared(List<Truth> truths, Deglitched found, double size) {
    int hits = 0;
    long removed = 0;
    double square = 0;
    List<Double> pulls = new ArrayList<>();
    List<Double> onsets = new ArrayList<>();
    for (Deglitched.Removal removal : found.glitches()) {
      Glitch glitch = removal.glitch();
      for (Truth truth : truths) {
        double off = Math.abs(truth.onset.nanosUntil(glitch.onset())) * 1e-9;
        if (off <= 2) {
          hits++;
          onsets.add(off);
          removed += removal.parts().stream().filter(Deglitched.Part::removed).count();
          for (int c = 0; c < 3; c++) {
            Glitch.Component one = glitch.components().get(c);
            double error = one.amplitudeMPerS2() - truth.amplitudes[c];
            square += error * error;
            pulls.add(Math.abs(error) / one.sigmaMPerS2());
          }
        }
      }
    }
    return new Injection(
        truths.size(),
        hits,
        found.glitches().size() - hits,
        removed,
        Math.sqrt(square / Math.max(1, 3 * hits)) / size,
        median(pulls) / 0.6745,
        median(onsets));
  }

  private static double median(List<Double> values) {
    return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
  }
}
