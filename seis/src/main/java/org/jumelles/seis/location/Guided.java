package org.jumelles.seis.location;

/// Pg and Sg of the high-frequency family: along the surface at one speed each [Clinton2021].
final class Guided {
  private static final double P_KM_PER_S = 4;
  private static final double S_KM_PER_S = P_KM_PER_S / Math.sqrt(3);

  private Guided() {}

  static double seconds(boolean shear, double distanceDeg, double radiusKm) {
    return Math.toRadians(distanceDeg) * radiusKm / (shear ? S_KM_PER_S : P_KM_PER_S);
  }
}
