package org.jumelles.iasi.atmosphere;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.lblrtm.Tape7;

/// Layers from the ground up along one line of sight.
///
/// @param source where they come from, for people
/// @param zenithDeg of the line of sight at the ground; NaN where not known
public record Atmosphere(String source, double zenithDeg, List<Layer> layers) {
  /// Mean radius of the Earth.
  static final double EARTH_KM = 6371;

  private static final double STRAIGHT_DOWN_DEG = 180;
  private static final double GREATEST_ZENITH_DEG = 85;

  public Atmosphere {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("an atmosphere without a layer");
    }
  }

  /// LBLRTM's layers along the path that the file tells.
  ///
  /// @param source the file's name
  public static Atmosphere of(String source, Tape7 tape) {
    List<Layer> layers = new ArrayList<>();
    for (Tape7.Layer layer : tape.layers()) {
      double[] given = layer.amountsPerCm2();
      double[] amounts = new double[given.length + 1];
      double air = layer.broadeningPerCm2();
      for (int i = 0; i < given.length; i++) {
        amounts[i + 1] = given[i];
        air += given[i];
      }
      amounts[0] = air;
      layers.add(
          new Layer(
              layer.pressureHPa(),
              layer.temperatureK(),
              level(layer.lower()),
              level(layer.upper()),
              amounts));
    }
    double top = layers.getLast().upper().altitudeKm();
    double zenith = Double.isNaN(tape.angleDeg()) ? Double.NaN : zenithDeg(tape.angleDeg(), top);
    return new Atmosphere(source, zenith, layers);
  }

  /// The line of sight's zenith angle at the ground, from either angle in use.
  ///
  /// @param angleDeg 0 to 85: that angle itself; 95 to 180: LBLRTM's, from the zenith at `topKm`,
  ///     where 180 looks straight down
  /// @throws IllegalArgumentException for other angles, and where the line misses the ground
  public static double zenithDeg(double angleDeg, double topKm) {
    if (angleDeg >= 0 && angleDeg <= GREATEST_ZENITH_DEG) {
      return angleDeg;
    }
    if (angleDeg >= 180 - GREATEST_ZENITH_DEG && angleDeg <= STRAIGHT_DOWN_DEG) {
      double sine = (EARTH_KM + topKm) / EARTH_KM * Math.sin(Math.toRadians(180 - angleDeg));
      double zenith = sine < 1 ? Math.toDegrees(Math.asin(sine)) : 90;
      if (zenith <= GREATEST_ZENITH_DEG) {
        return zenith;
      }
    }
    throw new IllegalArgumentException(
        "angle "
            + angleDeg
            + ": 0 to 85 degrees is the satellite's zenith angle at the ground, 95 to 180 the"
            + " viewing angle at the top of the atmosphere (180 = straight down)");
  }

  /// The same vertical column seen along another line of sight: each layer's amounts are scaled by
  /// the ratio of path lengths in spherical shells, without refraction.
  ///
  /// @throws IllegalArgumentException where this atmosphere's own line of sight is not known
  public Atmosphere seenAt(double newZenithDeg) {
    if (Double.isNaN(zenithDeg)) {
      throw new IllegalArgumentException(source + " does not tell its own angle");
    }
    List<Layer> seen = new ArrayList<>();
    for (Layer layer : layers) {
      double factor =
          secant(layer.lower(), layer.upper(), newZenithDeg)
              / secant(layer.lower(), layer.upper(), zenithDeg);
      double[] amounts = layer.amountsPerCm2().clone();
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] *= factor;
      }
      seen.add(layer.with(amounts));
    }
    return new Atmosphere(source, newZenithDeg, seen);
  }

  /// The same with one gas multiplied layer by layer.
  public Atmosphere scaled(int molecule, double[] factors) {
    List<Layer> scaled = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      double[] amounts = layers.get(i).amountsPerCm2().clone();
      if (molecule < amounts.length) {
        amounts[molecule] *= factors[i];
      }
      scaled.add(layers.get(i).with(amounts));
    }
    return new Atmosphere(source, zenithDeg, scaled);
  }

  /// The same air in fewer layers: neighbours are joined while the layer spans no more than a ratio
  /// of pressures, 1.3 below 100 hPa and 2.2 above. Some 25 layers are left of the AFGL profiles.
  public Atmosphere merged() {
    List<Layer> merged = new ArrayList<>();
    for (Layer layer : layers) {
      double greatest = layer.lower().pressureHPa() > 100 ? 1.3 : 2.2;
      if (!merged.isEmpty()
          && merged.getLast().lower().pressureHPa() <= greatest * layer.upper().pressureHPa()) {
        merged.set(merged.size() - 1, merged.getLast().joined(layer));
      } else {
        merged.add(layer);
      }
    }
    return new Atmosphere(source, zenithDeg, merged);
  }

  /// The same amounts in warmer layers. A boundary of two layers warms by half of what both do, the
  /// ground and the top by all that their layer does.
  ///
  /// @param kelvin by layer, what is added
  public Atmosphere warmed(double[] kelvin) {
    int n = layers.size();
    if (kelvin.length != n) {
      throw new IllegalArgumentException(kelvin.length + " temperatures for " + n + " layers");
    }
    List<Layer> warmed = new ArrayList<>();
    for (int l = 0; l < n; l++) {
      Layer one = layers.get(l);
      double low = l == 0 ? kelvin[0] : (kelvin[l - 1] + kelvin[l]) / 2;
      double high = l == n - 1 ? kelvin[l] : (kelvin[l] + kelvin[l + 1]) / 2;
      warmed.add(
          new Layer(
              one.pressureHPa(),
              one.temperatureK() + kelvin[l],
              one.lower().warmer(low),
              one.upper().warmer(high),
              one.amountsPerCm2()));
    }
    return new Atmosphere(source, zenithDeg, warmed);
  }

  /// The temperature at the ground.
  public double groundTemperatureK() {
    return layers.getFirst().lower().temperatureK();
  }

  /// Vertical column of a gas, molecules cm-2.
  public double columnPerCm2(int molecule) {
    double sum = 0;
    for (double partial : partialColumnsPerCm2(molecule)) {
      sum += partial;
    }
    return sum;
  }

  /// Vertical columns of a gas in the layers, molecules cm-2; along the path where its angle is not
  /// known.
  public double[] partialColumnsPerCm2(int molecule) {
    double[] partial = new double[layers.size()];
    for (int l = 0; l < partial.length; l++) {
      Layer layer = layers.get(l);
      double secant = Double.isNaN(zenithDeg) ? 1 : secant(layer.lower(), layer.upper(), zenithDeg);
      partial[l] = layer.amount(molecule) / secant;
    }
    return partial;
  }

  /// Path length through a shell over its thickness.
  static double secant(Level lower, Level upper, double zenithDeg) {
    double impact = EARTH_KM * Math.sin(Math.toRadians(zenithDeg));
    double low = EARTH_KM + lower.altitudeKm();
    double high = EARTH_KM + upper.altitudeKm();
    if (high <= low) {
      return low / Math.sqrt(low * low - impact * impact);
    }
    double path = Math.sqrt(high * high - impact * impact) - Math.sqrt(low * low - impact * impact);
    return path / (high - low);
  }

  private static Level level(Tape7.Level level) {
    return new Level(level.altitudeKm(), level.pressureHPa(), level.temperatureK());
  }
}
