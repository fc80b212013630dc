package org.jumelles.ryugu.unmixing;

import java.util.OptionalLong;

/// What a cube is made of as a whole; blocks are added in their order.
public final class UnmixingTally {
  private final double[] sums;
  private final double[] shares;
  private double squares;
  private double worstViolation;
  private double worstGap = Double.NaN;
  private long worstPixel = -1;
  private long pixels;
  private long shared;
  private long noData;
  private long degenerate;
  private long unsolved;
  private long firstNoData = -1;

  public UnmixingTally(int endmembers) {
    sums = new double[endmembers];
    shares = new double[endmembers];
  }

  public void add(long firstPixel, Abundances block) {
    for (int i = 0; i < block.pixels(); i++) {
      switch (block.state()[i]) {
        case Abundances.NO_DATA -> {
          noData++;
          firstNoData = firstNoData < 0 ? firstPixel + i : firstNoData;
          continue;
        }
        case Abundances.DEGENERATE -> degenerate++;
        case Abundances.UNSOLVED -> unsolved++;
        default -> {}
      }
      pixels++;
      add(block, i);
      if (block.violation()[i] > worstViolation || worstPixel < 0) {
        worstViolation = block.violation()[i];
        worstPixel = firstPixel + i;
      }
      double gap = block.gap()[i];
      worstGap = worstGap > gap ? worstGap : gap;
    }
  }

  private void add(Abundances block, int pixel) {
    double sum = 0;
    for (int j = 0; j < sums.length; j++) {
      double fraction = block.fractions()[pixel * sums.length + j];
      sums[j] += fraction;
      sum += fraction;
    }
    for (int j = 0; sum > 0 && j < sums.length; j++) {
      shares[j] += block.fractions()[pixel * sums.length + j] / sum;
    }
    shared += sum > 0 ? 1 : 0;
    squares += block.rmse()[pixel] * block.rmse()[pixel];
  }

  /// The mean abundance over the pixels that were solved; NaN where there is none.
  public double[] mean() {
    return over(sums, pixels);
  }

  /// The mean of each pixel's abundances over their sum, where that is above zero.
  public double[] meanShare() {
    return over(shares, shared);
  }

  private static double[] over(double[] values, long count) {
    double[] mean = values.clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] = count == 0 ? Double.NaN : values[j] / count;
    }
    return mean;
  }

  /// Root mean square of all residuals, in the spectra's unit.
  public double reconstructionRmse() {
    return pixels == 0 ? Double.NaN : Math.sqrt(squares / pixels);
  }

  public double worstViolation() {
    return pixels == 0 ? Double.NaN : worstViolation;
  }

  public OptionalLong worstPixel() {
    return worstPixel < 0 ? OptionalLong.empty() : OptionalLong.of(worstPixel);
  }

  /// NaN where the method has no duality gap.
  public double worstGap() {
    return worstGap;
  }

  /// Pixels that hold numbers, solved or not.
  public long pixels() {
    return pixels;
  }

  public long noData() {
    return noData;
  }

  public OptionalLong firstNoData() {
    return firstNoData < 0 ? OptionalLong.empty() : OptionalLong.of(firstNoData);
  }

  public long degenerate() {
    return degenerate;
  }

  public long unsolved() {
    return unsolved;
  }
}
