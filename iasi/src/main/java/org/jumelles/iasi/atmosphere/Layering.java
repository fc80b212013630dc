package org.jumelles.iasi.atmosphere;

import java.util.ArrayList;
import java.util.List;

/// Cuts a profile into layers along a line of sight.
///
/// Between two levels temperature is linear in ln p, and so are the logarithms of the gases'
/// shares. Altitudes follow from hydrostatic equilibrium with virtual temperature and gravity that
/// falls with the square of the distance. A layer's amounts, mean pressure and mean temperature are
/// sums over slices of equal ln p; levels further apart than a pressure ratio or a temperature step
/// are parted.
///
/// @param greatestRatio of a layer's bottom pressure to its top pressure
/// @param greatestStepK of temperature across a layer
public record Layering(double greatestRatio, double greatestStepK) {
  /// Some 50 layers for the AFGL profiles.
  public static final Layering DEFAULT = new Layering(1.5, 7);

  private static final double GRAVITY_M_PER_S2 = 9.80665;
  private static final double GAS_J_PER_MOL_K = 8.31446261815324;
  private static final double BOLTZMANN = 1.380649e-23;
  private static final double DRY_KG_PER_MOL = 28.9647e-3;
  private static final double WATER_KG_PER_MOL = 18.01528e-3;
  private static final int SLICES = 16;

  public Layering {
    if (!(greatestRatio > 1) || !(greatestStepK > 0)) {
      throw new IllegalArgumentException("layers of " + greatestRatio + ", " + greatestStepK);
    }
  }

  /// The layers of a profile.
  ///
  /// @param zenithDeg at the ground, 0 to 85
  public Atmosphere cut(Profile profile, double zenithDeg) {
    double angle = Atmosphere.zenithDeg(zenithDeg, 100);
    List<Layer> layers = new ArrayList<>();
    double altitudeKm = 0;
    for (int i = 0; i + 1 < profile.pressureHPa().length; i++) {
      double ratio = profile.pressureHPa()[i] / profile.pressureHPa()[i + 1];
      double step = Math.abs(profile.temperatureK()[i + 1] - profile.temperatureK()[i]);
      int parts =
          (int)
              Math.max(
                  1,
                  Math.ceil(
                      Math.max(
                          Math.log(ratio) / Math.log(greatestRatio) - 1e-9,
                          step / greatestStepK - 1e-9)));
      for (int part = 0; part < parts; part++) {
        Layer layer =
            layer(profile, i, (double) part / parts, (part + 1.0) / parts, altitudeKm, angle);
        layers.add(layer);
        altitudeKm = layer.upper().altitudeKm();
      }
    }
    return new Atmosphere(profile.source(), angle, layers);
  }

  private static Layer layer(
      Profile profile, int below, double from, double to, double bottomKm, double zenithDeg) {
    double[] amounts = new double[profile.shares().length];
    double pressure = 0;
    double temperature = 0;
    double altitude = bottomKm;
    double logarithm = Math.log(profile.pressureHPa()[below + 1] / profile.pressureHPa()[below]);
    double width = (to - from) / SLICES;
    for (int slice = 0; slice < SLICES; slice++) {
      double at = from + (slice + 0.5) * width;
      double p = pressure(profile, below, at);
      double t = temperature(profile, below, at);
      double water = share(profile, 1, below, at);
      double mass = DRY_KG_PER_MOL * (1 - water) + WATER_KG_PER_MOL * water;
      double radius = Atmosphere.EARTH_KM + altitude;
      double gravity =
          GRAVITY_M_PER_S2 * Atmosphere.EARTH_KM * Atmosphere.EARTH_KM / (radius * radius);
      double thicknessKm = -logarithm * width * GAS_J_PER_MOL_K * t / (mass * gravity) / 1000;
      double impact = Atmosphere.EARTH_KM * Math.sin(Math.toRadians(zenithDeg));
      double middle = radius + thicknessKm / 2;
      double secant = middle / Math.sqrt(middle * middle - impact * impact);
      double air = 1e2 * p / (BOLTZMANN * t) * 1e-6 * thicknessKm * 1e5 * secant;
      amounts[0] += air;
      for (int m = 1; m < amounts.length; m++) {
        amounts[m] += air * share(profile, m, below, at);
      }
      pressure += air * p;
      temperature += air * t;
      altitude += thicknessKm;
    }
    return new Layer(
        pressure / amounts[0],
        temperature / amounts[0],
        new Level(bottomKm, pressure(profile, below, from), temperature(profile, below, from)),
        new Level(altitude, pressure(profile, below, to), temperature(profile, below, to)),
        amounts);
  }

  private static double pressure(Profile profile, int below, double at) {
    double[] p = profile.pressureHPa();
    return p[below] * Math.pow(p[below + 1] / p[below], at);
  }

  private static double temperature(Profile profile, int below, double at) {
    double[] t = profile.temperatureK();
    return t[below] + at * (t[below + 1] - t[below]);
  }

  private static double share(Profile profile, int molecule, int below, double at) {
    double[] shares = profile.shares()[molecule];
    if (shares.length == 0) {
      return 0;
    }
    double low = shares[below];
    double high = shares[below + 1];
    return low > 0 && high > 0 ? low * Math.pow(high / low, at) : low + at * (high - low);
  }
}
