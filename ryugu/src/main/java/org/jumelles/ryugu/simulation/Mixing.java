package org.jumelles.ryugu.simulation;

/// Intimate mixing: single-scattering albedos add, reflectances do not [Hapke1981].
///
/// r = w / 4 x H(mu0) H(mu) / (mu0 + mu), H(x) = (1 + 2 x) / (1 + 2 x sqrt(1 - w)), isotropic
/// scatterers without opposition effect; incidence 30 degrees, emergence 0. As dark as Ryugu is, it
/// is nearly linear: at 2 % the two differ by some per cent of the reflectance.
final class Mixing {
  private static final double MU0 = Math.cos(Math.toRadians(30));
  private static final double MU = 1;

  private Mixing() {}

  /// The reflectance factor (pi times the bidirectional reflectance, over mu0) of an albedo.
  static double reflectance(double albedo) {
    double gamma = Math.sqrt(1 - albedo);
    double h0 = (1 + 2 * MU0) / (1 + 2 * MU0 * gamma);
    double h = (1 + 2 * MU) / (1 + 2 * MU * gamma);
    return albedo / 4 * h0 * h / (MU0 + MU);
  }

  /// The albedo of a reflectance factor, by bisection to the last bit.
  ///
  /// @throws IllegalArgumentException where no albedo from 0 to 1 gives it
  static double albedo(double reflectance) {
    if (!(reflectance >= 0) || reflectance > reflectance(1)) {
      throw new IllegalArgumentException("reflectance factor " + reflectance);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (reflectance(middle) < reflectance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
