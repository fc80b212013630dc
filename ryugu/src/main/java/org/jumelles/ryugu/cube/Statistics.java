package org.jumelles.ryugu.cube;

import java.io.IOException;

/// Least, greatest, sum and spread of numbers, those that are NaN counted apart.
///
/// @param count how many are numbers
/// @param noData how many are NaN
/// @param min NaN where there is none; so max
/// @param sum of high and low part, some 106 bits
/// @param mean NaN where there is none
/// @param squares sum of squares about the mean
public record Statistics(
    long count,
    long noData,
    double min,
    double max,
    double sum,
    double sumLow,
    double mean,
    double squares) {
  /// Of nothing.
  public static final Statistics NONE =
      new Statistics(0, 0, Double.NaN, Double.NaN, 0, 0, Double.NaN, 0);

  /// Pixels that are looked at together: the same for a cube of the same shape, whatever its
  /// container and however many threads look, so that the sums are the same to the last bit.
  public static int block(Cube cube) {
    return (int) Math.min(cube.pixels(), Math.max(1, (1 << 17) / cube.bands()));
  }

  /// Of one block of a cube; see [#and] for the whole.
  public static Statistics of(Cube cube, long firstPixel, int count) throws IOException {
    double[] values = new double[Math.multiplyExact(count, cube.bands())];
    cube.read(firstPixel, count, values);
    return of(values, values.length);
  }

  /// Of the first `length` values.
  public static Statistics of(double[] values, int length) {
    long count = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double high = 0;
    double low = 0;
    for (int i = 0; i < length; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        count++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        double sum = high + value;
        double part = sum - high;
        low += (high - (sum - part)) + (value - part);
        high = sum;
      }
    }
    if (count == 0) {
      return new Statistics(0, length, Double.NaN, Double.NaN, 0, 0, Double.NaN, 0);
    }
    double mean = (high + low) / count;
    double squares = 0;
    for (int i = 0; i < length; i++) {
      double off = values[i] - mean;
      squares += !Double.isNaN(off) ? off * off : 0;
    }
    return new Statistics(count, length - count, min, max, high, low, mean, squares);
  }

  /// Of both; the order matters in the last bit.
  public Statistics and(Statistics next) {
    if (next.count == 0) {
      return new Statistics(count, noData + next.noData, min, max, sum, sumLow, mean, squares);
    }
    if (count == 0) {
      return new Statistics(
          next.count,
          noData + next.noData,
          next.min,
          next.max,
          next.sum,
          next.sumLow,
          next.mean,
          next.squares);
    }
    double high = sum + next.sum;
    double part = high - sum;
    double low = (sum - (high - part)) + (next.sum - part) + sumLow + next.sumLow;
    long both = count + next.count;
    double apart = next.mean - mean;
    return new Statistics(
        both,
        noData + next.noData,
        Math.min(min, next.min),
        Math.max(max, next.max),
        high,
        low,
        (high + low) / both,
        squares + next.squares + apart * apart * count * next.count / both);
  }

  public double total() {
    return sum + sumLow;
  }

  /// The root of the mean square about the mean; NaN where there is none.
  public double sigma() {
    return count == 0 ? Double.NaN : Math.sqrt(squares / count);
  }
}
