package org.jumelles.iasi.level3;

/// Running weight, mean and spread in each cell, by West's form of Welford's sums, which lose no
/// digits.
public final class Cells {
  private final double[] weight;
  private final double[] mean;
  private final double[] squares;
  private final int[] number;

  Cells(int cells) {
    weight = new double[cells];
    mean = new double[cells];
    squares = new double[cells];
    number = new int[cells];
  }

  void add(int cell, double value, double w) {
    double before = weight[cell];
    double after = before + w;
    double distance = value - mean[cell];
    double step = distance * w / after;
    weight[cell] = after;
    number[cell]++;
    mean[cell] += step;
    squares[cell] += before * distance * step;
  }

  /// Footprints in a cell; parts of them where they are weighted by area.
  public double count(int cell) {
    return weight[cell];
  }

  /// Values in a cell, whatever their weights.
  public double number(int cell) {
    return number[cell];
  }

  /// Uncertainty of a mean whose weights are `1 / sigma^2`, as if the values' errors had nothing in
  /// common; NaN in an empty cell.
  public double sigma(int cell) {
    return weight[cell] > 0 ? 1 / Math.sqrt(weight[cell]) : Double.NaN;
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
