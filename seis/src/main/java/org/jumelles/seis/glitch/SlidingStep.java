package org.jumelles.seis.glitch;

import java.util.Arrays;
import org.jumelles.kernel.signal.Detrend;
import org.jumelles.kernel.signal.Fft;

/// The amplitude of a step by least squares with offset and slope, for an onset at each sample.
///
/// What is left of the model without its own offset and slope, `q`, is orthogonal to both, so that
/// `a = <q, d> / <q, q>`: one correlation for all onsets.
final class SlidingStep {
  private final double[] weights;
  private final int before;
  private final double variance;

  SlidingStep(GlitchModel model) {
    int count = StepFit.count(model.samplingRateHz());
    this.before = StepFit.before(model.samplingRateHz());
    int at = model.before() - before;
    double[] q = Detrend.linear(Arrays.copyOfRange(model.glitchOfPhase(0), at, at + count));
    double square = 0;
    for (double value : q) {
      square += value * value;
    }
    for (int i = 0; i < q.length; i++) {
      q[i] /= square;
    }
    this.weights = q;
    this.variance = 1 / square;
  }

  /// Of the amplitude, for white noise of variance 1 in the counts.
  double variance() {
    return variance;
  }

  /// In m/s^2; zero where the window does not lie within the counts.
  double[] all(double[] counts) {
    double[] found = new double[counts.length];
    int n = weights.length;
    if (counts.length < n) {
      return found;
    }
    Fft fft = Fft.ofLength(Fft.goodLength(counts.length));
    double[] spectrum = fft.forward(Detrend.mean(counts));
    double[] filter = fft.forward(weights);
    for (int k = 0; k < spectrum.length; k += 2) {
      double re = spectrum[k] * filter[k] + spectrum[k + 1] * filter[k + 1];
      spectrum[k + 1] = spectrum[k + 1] * filter[k] - spectrum[k] * filter[k + 1];
      spectrum[k] = re;
    }
    double[] correlation = fft.inverse(spectrum);
    System.arraycopy(correlation, 0, found, before, counts.length - n + 1);
    return found;
  }

  /// The same one by one, into `found[from]` to `found[to - 1]`.
  void some(double[] counts, int from, int to, double[] found) {
    int first = Math.max(from, before);
    int last = Math.min(to, counts.length - weights.length + 1 + before);
    for (int i = first; i < last; i++) {
      double sum = 0;
      double level = counts[i];
      for (int j = 0; j < weights.length; j++) {
        sum += weights[j] * (counts[i - before + j] - level);
      }
      found[i] = sum;
    }
  }
}
