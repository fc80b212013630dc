package org.jumelles.ryugu.parameter;

import java.util.Arrays;

/// [DipModel] and [NormalEquations] for many fits side by side: the same numbers in the same order.
final class LaneEquations {
  private final DipDesign design;
  private final int n;
  private final double[][] squares;
  private final double[][] bends;
  private final double[][] right;
  private final double[] chiSquare;

  /// Where the bends of a band stand among `bends`.
  private final double[][][] bendsOf;

  private final double[][] slopes;
  private final double[][] off;
  private final double[][] narrow;
  private final double[][][] dips;
  private final double[] line;
  private final double[] left;
  private final double[] part;
  private final double[] power;
  private final double[] weighed;

  private final double[][] unit;
  private final double[][] lower;
  private final double[][] pivot;
  private final double[] least;
  private final double[] sum;

  LaneEquations(DipDesign design, int lanes) {
    this.design = design;
    n = design.parameters();
    int bands = design.bands();
    int channels = design.channels();
    squares = new double[row(n)][lanes];
    bends = new double[row(n)][lanes];
    right = new double[n][lanes];
    chiSquare = new double[lanes];
    bendsOf = new double[bands][DipModel.BENDS][];
    for (int band = 0; band < bands; band++) {
      for (int i = 0; i < DipModel.BENDS; i++) {
        bendsOf[band][i] = bends[row(DipModel.bendRows(band)[i]) + DipModel.bendColumns(band)[i]];
      }
    }
    slopes = new double[n * channels][lanes];
    off = new double[channels][lanes];
    narrow = new double[bands][lanes];
    line = new double[lanes];
    left = new double[lanes];
    part = new double[lanes];
    power = new double[lanes];
    weighed = new double[lanes];
    dips = new double[bands][][];
    for (int band = 0; band < bands; band++) {
      dips[band] =
          new double[][] {
            new double[lanes], new double[lanes], narrow[band], new double[0], line, weighed
          };
    }
    unit = new double[n][lanes];
    lower = new double[row(n)][lanes];
    pivot = new double[n][lanes];
    least = new double[lanes];
    sum = new double[lanes];
  }

  private static int row(int i) {
    return i * (i + 1) / 2;
  }

  double chiSquare(int lane) {
    return chiSquare[lane];
  }

  double descent(int i, int lane) {
    return right[i][lane];
  }

  void evaluate(double[][] y, double[][] perSigma, double[][] p, int count) {
    for (double[][] rows : new double[][][] {bends, right, squares}) {
      for (double[] row : rows) {
        Arrays.fill(row, 0, count, 0);
      }
    }
    Arrays.fill(chiSquare, 0, count, 0);
    for (int band = 0; band < design.bands(); band++) {
      LaneLoops.inverse(p[DipModel.width(band)], narrow[band], count);
      dips[band][3] = p[DipModel.depth(band)];
    }
    for (int k = 0; k < design.channels(); k++) {
      channel(k, y[k], perSigma[k], p, count);
    }
    sums(count);
  }

  private void channel(int k, double[] y, double[] per, double[][] p, int count) {
    double t = design.t()[k];
    int channels = design.channels();
    LaneLoops.line(p[0], p[1], t, line, left, count);
    for (int band = 0; band < design.bands(); band++) {
      double[][] dip = dips[band];
      double[] depths = slopes[DipModel.depth(band) * channels + k];
      double[] centres = slopes[DipModel.centre(band) * channels + k];
      double[] widths = slopes[DipModel.width(band) * channels + k];
      double x = design.um()[k];
      LaneLoops.bell(x, p[DipModel.centre(band)], dip[2], dip[1], part, power, count);
      LaneLoops.scale(part, power, dip[0], count);
      LaneLoops.slopes(dip, depths, centres, widths, count);
      LaneLoops.less(dip[3], dip[0], left, count);
      LaneLoops.times(per, depths, count);
      LaneLoops.times(per, centres, count);
      LaneLoops.times(per, widths, count);
    }
    LaneLoops.lineSlopes(left, t, per, slopes[k], slopes[channels + k], count);
    LaneLoops.rest(new double[][] {y, line, left, per}, off[k], weighed, chiSquare, count);
    for (int band = 0; band < design.bands(); band++) {
      LaneLoops.bendLine(dips[band], t, bendsOf[band], count);
      LaneLoops.bendDip(dips[band], bendsOf[band], count);
    }
  }

  private void sums(int count) {
    int channels = design.channels();
    for (int i = 0; i < n; i++) {
      sum(i * channels, off, 0, right[i], count);
      for (int j = 0; j <= i; j++) {
        sum(i * channels, slopes, j * channels, squares[row(i) + j], count);
      }
    }
  }

  private void sum(int i, double[][] b, int j, double[] to, int count) {
    int k = 0;
    for (; k + 3 <= design.channels(); k += 3) {
      LaneLoops.addThree(slopes, i + k, b, j + k, to, count);
    }
    for (; k < design.channels(); k++) {
      LaneLoops.add(slopes[i + k], b[j + k], to, count);
    }
  }

  void solve(double[] damping, double[] bent, double[][] free, double[][] step, int count) {
    factor(damping, bent, free, count);
    for (int i = 0; i < n; i++) {
      LaneLoops.product(right[i], unit[i], step[i], count);
    }
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < i; t++) {
        LaneLoops.take(lower[row(i) + t], step[t], step[i], count);
      }
      LaneLoops.times(pivot[i], step[i], count);
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int t = i + 1; t < n; t++) {
        LaneLoops.take(lower[row(t) + i], step[t], step[i], count);
      }
      LaneLoops.times(pivot[i], step[i], count);
    }
    for (int i = 0; i < n; i++) {
      LaneLoops.times(unit[i], step[i], count);
    }
  }

  private void factor(double[] damping, double[] bent, double[][] free, int count) {
    Arrays.fill(least, 0, count, Double.POSITIVE_INFINITY);
    for (int i = 0; i < n; i++) {
      LaneLoops.unit(squares[row(i) + i], free[i], unit[i], count);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double[] to = lower[row(i) + j];
        LaneLoops.element(of(bent, i, j), unit[i], unit[j], to, count);
        for (int t = 0; t < j; t++) {
          LaneLoops.take(lower[row(i) + t], lower[row(j) + t], to, count);
        }
        LaneLoops.times(pivot[j], to, count);
      }
      LaneLoops.diagonal(of(bent, i, i), unit[i], damping, sum, count);
      for (int t = 0; t < i; t++) {
        LaneLoops.take(lower[row(i) + t], lower[row(i) + t], sum, count);
      }
      LaneLoops.pivot(sum, least, pivot[i], count);
    }
  }

  private double[][] of(double[] bent, int i, int j) {
    return new double[][] {bent, bends[row(i) + j], squares[row(i) + j]};
  }

  /// Whether the lane's equations have one deepest point.
  boolean isSolved(int lane) {
    return least[lane] > NormalEquations.LEAST_PIVOT;
  }

  void fall(double[] bent, double[][] step, double[] to, int count) {
    Arrays.fill(to, 0, count, 0);
    for (int i = 0; i < n; i++) {
      System.arraycopy(right[i], 0, sum, 0, count);
      LaneLoops.fallRow(of(bent, i, i), step[i], 0.5, sum, count);
      for (int j = 0; j < i; j++) {
        LaneLoops.fallRow(of(bent, i, j), step[j], 1, sum, count);
      }
      LaneLoops.fall(step[i], sum, to, count);
    }
  }

  /// The same of one lane.
  double fall(double bent, double[][] step, int lane) {
    double fall = 0;
    for (int i = 0; i < n; i++) {
      double part = right[i][lane];
      for (int at = -1; at < i; at++) {
        int j = at < 0 ? i : at;
        double element = Math.fma(bent, bends[row(i) + j][lane], squares[row(i) + j][lane]);
        part = Math.fma(-(j == i ? 0.5 : 1) * element, step[j][lane], part);
      }
      fall = Math.fma(2 * step[i][lane], part, fall);
    }
    return fall;
  }

  void copyTo(LaneEquations to, int count) {
    for (int i = 0; i < squares.length; i++) {
      System.arraycopy(squares[i], 0, to.squares[i], 0, count);
      System.arraycopy(bends[i], 0, to.bends[i], 0, count);
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(right[i], 0, to.right[i], 0, count);
    }
  }

  void copyLane(int from, LaneEquations to, int lane) {
    for (int i = 0; i < squares.length; i++) {
      to.squares[i][lane] = squares[i][from];
      to.bends[i][lane] = bends[i][from];
    }
    for (int i = 0; i < n; i++) {
      to.right[i][lane] = right[i][from];
    }
  }

  void giveTo(NormalEquations one, int lane) {
    for (int i = 0; i < n; i++) {
      one.put(i, right[i][lane]);
      for (int j = 0; j <= i; j++) {
        one.put(i, j, squares[row(i) + j][lane], bends[row(i) + j][lane]);
      }
    }
  }
}
