package org.jumelles.kernel.signal;

/// A one-sided power spectral density; the arrays are shared, not copied.
///
/// Its sum times the distance of the bins is the mean square of the samples about their mean.
///
/// @param frequenciesHz 0 to half the sampling rate, evenly spaced
/// @param density at each frequency, in the samples' unit squared per hertz
@SuppressWarnings("ArrayRecordComponent") // shared by design, never a key
public record Psd(double[] frequenciesHz, double[] density) {
  public Psd {
    if (frequenciesHz.length != density.length) {
      throw new IllegalArgumentException(
          frequenciesHz.length + " frequencies for " + density.length + " densities");
    }
  }

  /// The mean over windowed, overlapping segments [Welch1967], the mean of each taken away; samples
  /// after the last whole segment are not used.
  ///
  /// @param window as long as a segment, such as [Window#hann]
  /// @param overlapSamples 0 to the segment's length less one
  /// @throws IllegalArgumentException where not one segment fits
  public static Psd welch(
      double[] samples, double samplingRateHz, double[] window, int overlapSamples) {
    int step = SegmentDensity.step(window.length, overlapSamples);
    int segments = SegmentDensity.count(samples.length, window.length, step);
    if (segments == 0) {
      throw new IllegalArgumentException(
          samples.length + " samples hold no segment of " + window.length);
    }
    SegmentDensity kernel = new SegmentDensity(window, samplingRateHz);
    double[] sum = new double[kernel.bins()];
    double[] one = new double[kernel.bins()];
    for (int segment = 0; segment < segments; segment++) {
      kernel.of(samples, segment * step, one, 0);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += one[k];
      }
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= segments;
    }
    return new Psd(Fft.frequenciesHz(window.length, samplingRateHz), sum);
  }

  /// Hann windows, each half over the next.
  public static Psd welch(double[] samples, double samplingRateHz, int segmentSamples) {
    return welch(samples, samplingRateHz, Window.hann(segmentSamples), segmentSamples / 2);
  }

  /// 10 log10 of the density; minus infinity where it is zero.
  public double[] decibels() {
    double[] decibels = new double[density.length];
    for (int k = 0; k < decibels.length; k++) {
      decibels[k] = 10 * StrictMath.log10(density[k]);
    }
    return decibels;
  }

  /// The power between two frequencies, in the samples' unit squared: the bins whose frequency lies
  /// in the closed band, times their distance.
  public double power(double lowHz, double highHz) {
    double sum = 0;
    for (int k = 0; k < density.length; k++) {
      if (frequenciesHz[k] >= lowHz && frequenciesHz[k] <= highHz) {
        sum += density[k];
      }
    }
    return density.length < 2 ? 0 : sum * (frequenciesHz[1] - frequenciesHz[0]);
  }
}
