package org.jumelles.ryugu.parameter;

/// A number from the reflectance at a few wavelengths, each that of the nearest good band.
public sealed interface PointIndex {
  String name();

  double[] atUm();

  /// @param r reflectance at each of [#atUm]
  double value(double[] r);

  /// The derivative of the value by each.
  double[] slopes(double[] r);

  /// 1 - R_C / (a R_S + b R_L), b = (C - S) / (L - S), a = 1 - b: part of the continuum that is
  /// missing.
  record Depth(String name, double shortUm, double centreUm, double longUm) implements PointIndex {
    public Depth {
      if (!(0 < shortUm && shortUm < centreUm && centreUm < longUm && longUm < 1e6)) {
        throw new IllegalArgumentException(
            name + ": not 0 < " + shortUm + " < " + centreUm + " < " + longUm + " um");
      }
    }

    @Override
    public double[] atUm() {
      return new double[] {shortUm, centreUm, longUm};
    }

    private double share() {
      return (centreUm - shortUm) / (longUm - shortUm);
    }

    @Override
    public double value(double[] r) {
      double line = (1 - share()) * r[0] + share() * r[2];
      return line > 0 ? 1 - r[1] / line : Double.NaN;
    }

    @Override
    public double[] slopes(double[] r) {
      double line = (1 - share()) * r[0] + share() * r[2];
      double steep = r[1] / (line * line);
      return new double[] {(1 - share()) * steep, -1 / line, share() * steep};
    }
  }

  /// R(upper) / R(lower).
  record Ratio(String name, double upperUm, double lowerUm) implements PointIndex {
    public Ratio {
      if (!(upperUm > 0 && lowerUm > 0 && upperUm != lowerUm)) {
        throw new IllegalArgumentException(
            name + ": not two wavelengths above zero: " + upperUm + ", " + lowerUm + " um");
      }
    }

    @Override
    public double[] atUm() {
      return new double[] {upperUm, lowerUm};
    }

    @Override
    public double value(double[] r) {
      return r[1] > 0 ? r[0] / r[1] : Double.NaN;
    }

    @Override
    public double[] slopes(double[] r) {
      return new double[] {1 / r[1], -r[0] / (r[1] * r[1])};
    }
  }
}
