package org.jumelles.iasi.spectrum;

import java.util.Arrays;
import java.util.List;

/// Which power of ten a granule's integers were scaled by, range by range.
///
/// @param ranges in ascending order, together covering all channels
public record ScaleFactors(List<Range> ranges) {
  /// What real granules of 2012 and 2024 carry.
  public static final ScaleFactors USUAL =
      new ScaleFactors(
          List.of(
              new Range(2581, 5920, 7),
              new Range(5921, 9008, 8),
              new Range(9009, 9540, 9),
              new Range(9541, 10720, 8),
              new Range(10721, 11041, 9)));

  public ScaleFactors {
    ranges = List.copyOf(ranges);
  }

  /// @param firstSample as the file counts them; channel 1 is sample 2581
  /// @param power radiance = integer x 10^-power, in W m-2 sr-1 (m-1)-1
  public record Range(int firstSample, int lastSample, int power) {}

  /// For each channel (index 0 is channel 1) what to multiply the integer by to get W m-2 sr-1
  /// (m-1)-1; NaN for a channel that no range covers.
  public double[] factors() {
    double[] factors = new double[Channels.COUNT];
    Arrays.fill(factors, Double.NaN);
    for (Range range : ranges) {
      int from = Math.max(0, range.firstSample() - Channels.FIRST_SAMPLE);
      int to = Math.min(Channels.COUNT, range.lastSample() - Channels.FIRST_SAMPLE + 1);
      double factor = Double.parseDouble("1e-" + range.power());
      for (int i = from; i < to; i++) {
        factors[i] = factor;
      }
    }
    return factors;
  }
}
