package org.jumelles.seis.location;

/// A probability density on an even grid; the arrays are shared, not copied.
///
/// @param variable the grid, rising
/// @param density at each of it, per unit of the variable; its trapezoidal integral is one
@SuppressWarnings("ArrayRecordComponent") // shared by design, never a key
public record Density(double[] variable, double[] density) {
  public Density {
    if (variable.length != density.length || variable.length < 2) {
      throw new IllegalArgumentException(
          variable.length + " grid points for " + density.length + " densities");
    }
  }

  /// Scales weights to an integral of one.
  ///
  /// @throws IllegalArgumentException where they have none
  static Density of(double[] variable, double[] weights) {
    double[] density = weights.clone();
    double sum = integral(variable, density);
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("weights that sum up to " + sum);
    }
    for (int i = 0; i < density.length; i++) {
      density[i] /= sum;
    }
    return new Density(variable, density);
  }

  public double integral() {
    return integral(variable, density);
  }

  public double median() {
    return quantile(0.5);
  }

  /// Half of the interval that leaves 16 % on each side.
  public double sigma() {
    return 0.5 * (quantile(0.84) - quantile(0.16));
  }

  /// Where the density is greatest.
  public double maximum() {
    int best = 0;
    for (int i = 1; i < density.length; i++) {
      best = density[i] > density[best] ? i : best;
    }
    return variable[best];
  }

  /// The value below which a share of the probability lies.
  ///
  /// @param share 0 to 1
  public double quantile(double share) {
    double sum = 0;
    for (int i = 1; i < variable.length; i++) {
      double part = 0.5 * (density[i] + density[i - 1]) * (variable[i] - variable[i - 1]);
      if (sum + part >= share && part > 0) {
        return variable[i - 1] + (variable[i] - variable[i - 1]) * (share - sum) / part;
      }
      sum += part;
    }
    return variable[variable.length - 1];
  }

  /// The share of the probability below a value.
  double shareBelow(double value) {
    double sum = 0;
    for (int i = 1; i < variable.length && variable[i] <= value; i++) {
      sum += 0.5 * (density[i] + density[i - 1]) * (variable[i] - variable[i - 1]);
    }
    return sum;
  }

  private static double integral(double[] variable, double[] density) {
    double sum = 0;
    for (int i = 1; i < variable.length; i++) {
      sum += 0.5 * (density[i] + density[i - 1]) * (variable[i] - variable[i - 1]);
    }
    return sum;
  }
}
