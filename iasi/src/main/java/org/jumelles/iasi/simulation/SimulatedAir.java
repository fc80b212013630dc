package org.jumelles.iasi.simulation;

import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;

/// The air of simulated spectra in the window of carbon monoxide: one profile for each temperature
/// at the ground, in steps of 4 K, so that it can be told by one number.
///
/// Temperature as in the parametric atmosphere; carbon monoxide 110 ppb up to 11 km and falling
/// above; water weighs, and absorbs nothing. 18 layers from 1013 to 0.1 hPa.
public final class SimulatedAir {
  public static final int CARBON_MONOXIDE = 5;

  /// What a state is called in a product.
  public static final String SOURCE = "the simulation's state";

  private static final int STEP_K = 4;
  private static final int WATER = 1;
  private static final int LEVELS = 19;
  private static final double GROUND_HPA = 1013;
  private static final double SCALE_KM = 7.5;

  /// Layers are cut at the levels and nowhere else.
  private static final Layering AT_LEVELS = new Layering(4, 100);

  private SimulatedAir() {}

  /// The whole temperature of the air over a ground.
  static int groundK(double surfaceK) {
    return STEP_K * (int) Math.round(surfaceK / STEP_K);
  }

  /// @param groundK of the air at the ground, 200 to 340
  /// @throws IllegalArgumentException for other temperatures
  public static Profile profile(int groundK) {
    if (groundK < 200 || groundK > 340) {
      throw new IllegalArgumentException("air of " + groundK + " K at the ground");
    }
    double[] pressures = new double[LEVELS];
    double[] kelvins = new double[LEVELS];
    double[][] shares = new double[CARBON_MONOXIDE + 1][0];
    shares[WATER] = new double[LEVELS];
    shares[CARBON_MONOXIDE] = new double[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      pressures[i] =
          i <= 9
              ? GROUND_HPA * Math.pow(0.1, i / 9.0)
              : 0.1 * GROUND_HPA * Math.pow(1e-3, (i - 9) / 9.0);
      double km = -SCALE_KM * Math.log(pressures[i] / GROUND_HPA);
      kelvins[i] = Atmosphere.temperatureK(groundK, km);
      shares[WATER][i] = Math.max(4e-6, 8e-3 * Math.exp(-km / 2.2));
      shares[CARBON_MONOXIDE][i] = 1.1e-7 * Math.max(0.13, Math.exp(-Math.max(0, km - 11) / 5));
    }
    return new Profile(SOURCE, pressures, kelvins, shares);
  }

  /// The air in layers along a line of sight, with its usual carbon monoxide.
  ///
  /// @param zenithDeg at the ground
  public static org.jumelles.iasi.atmosphere.Atmosphere seen(int groundK, double zenithDeg) {
    return AT_LEVELS.cut(profile(groundK), 0).seenAt(zenithDeg);
  }
}
