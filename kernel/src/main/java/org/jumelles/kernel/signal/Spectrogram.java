package org.jumelles.kernel.signal;

/// Power density over time and frequency; the arrays are shared, not copied.
///
/// Column `c` is the density of the samples `c stepSamples` to `c stepSamples + windowSamples - 1`,
/// the mean of which is taken away first.
///
/// @param windowSamples how many samples a column sees
/// @param stepSamples from one column to the next
/// @param frequenciesHz of the bins
/// @param density column after column, each with a number a bin, in unit^2/Hz, one-sided
@SuppressWarnings("ArrayRecordComponent") // shared by design, never a key
public record Spectrogram(
    int windowSamples, int stepSamples, double[] frequenciesHz, double[] density) {
  /// 1 GiB.
  private static final long GREATEST_SIZE = 1L << 27;

  /// Takes a column; the array is used again for the next one.
  @FunctionalInterface
  public interface ColumnSink {
    void accept(int column, double[] density);
  }

  /// All columns whose window lies within the samples; none where these are too few.
  ///
  /// @param window as long as a column's stretch, such as [Window#hann]
  /// @param overlapSamples 0 to the window's length less one
  /// @throws IllegalArgumentException beyond 2^27 numbers (1 GiB): use [#forEachColumn] then
  public static Spectrogram of(
      double[] samples, double samplingRateHz, double[] window, int overlapSamples) {
    int step = SegmentDensity.step(window.length, overlapSamples);
    int columns = SegmentDensity.count(samples.length, window.length, step);
    SegmentDensity kernel = new SegmentDensity(window, samplingRateHz);
    int bins = kernel.bins();
    if ((long) columns * bins > GREATEST_SIZE) {
      throw new IllegalArgumentException(columns + " columns of " + bins + " bins are too many");
    }
    double[] density = new double[columns * bins];
    for (int column = 0; column < columns; column++) {
      kernel.of(samples, column * step, density, column * bins);
    }
    return new Spectrogram(
        window.length, step, Fft.frequenciesHz(window.length, samplingRateHz), density);
  }

  /// The same columns one after the other, in the memory of one.
  public static void forEachColumn(
      double[] samples,
      double samplingRateHz,
      double[] window,
      int overlapSamples,
      ColumnSink sink) {
    int step = SegmentDensity.step(window.length, overlapSamples);
    int columns = SegmentDensity.count(samples.length, window.length, step);
    SegmentDensity kernel = new SegmentDensity(window, samplingRateHz);
    double[] density = new double[kernel.bins()];
    for (int column = 0; column < columns; column++) {
      kernel.of(samples, column * step, density, 0);
      sink.accept(column, density);
    }
  }

  public int columns() {
    return density.length / bins();
  }

  public int bins() {
    return frequenciesHz.length;
  }

  public double at(int column, int bin) {
    java.util.Objects.checkIndex(bin, bins());
    return density[column * bins() + bin];
  }

  /// Where the middle of a column's window lies, in samples from the first; may end in a half.
  public double centreSample(int column) {
    return (double) column * stepSamples + windowSamples / 2.0;
  }
}
