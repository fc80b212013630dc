package org.jumelles.iasi.level3;

/// Running weight, mean and spread in each cell, by West's form of Welford's sums, which lose no
/// digits.
public final class Cells {
  private final double[] weight;
  private final double[] mean;
  private final double[] squares;

  Cells(int cells) {
    weight = new double[cells];
    mean = new double[cells];
    squares = new double[cells];
  }

  void add(int cell, double value, double w) {
    double before = weight[cell];
    double after = before + w;
    double distance = value - mean[cell];
    double step = distance * w / after;
    weight[cell] = after;
    mean[cell] += step;
    squares[cell] += before * distance * step;
  }

  /// Footprints in a cell; parts of them where they are weighted by area.
  public double count(int cell) {
    return weight[cell];
  }

  /// NaN in an empty cell.
  public double mean(int cell) {
    return weight[cell] > 0 ? mean[cell] : Double.NaN;
  }

  /// The standard deviation about the mean, divided by the count; NaN in an empty cell.
  public double spread(int cell) {
    return weight[cell] > 0 ? Math.sqrt(Math.max(0, squares[cell] / weight[cell])) : Double.NaN;
  }
}
