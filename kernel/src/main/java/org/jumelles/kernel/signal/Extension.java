package org.jumelles.kernel.signal;

/// Samples prolonged at both ends, for filters that need something there.
final class Extension {
  private Extension() {}

  /// At least one sample, prolonged by `edge` at each end by point reflection about the end sample,
  /// `2 x[0] - x[i]`; where the samples give out, the reflection of the last one stays.
  static double[] odd(double[] samples, int edge) {
    int n = samples.length;
    double[] work = new double[Math.addExact(n, Math.multiplyExact(2, edge))];
    System.arraycopy(samples, 0, work, edge, n);
    for (int i = 1; i <= edge; i++) {
      int mirrored = Math.min(i, n - 1);
      work[edge - i] = 2 * samples[0] - samples[mirrored];
      work[edge + n - 1 + i] = 2 * samples[n - 1] - samples[n - 1 - mirrored];
    }
    return work;
  }
}
