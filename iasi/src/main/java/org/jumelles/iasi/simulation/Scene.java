package org.jumelles.iasi.simulation;

import java.util.random.RandomGenerator;

/// A world without continents: smooth fields of surface temperature, water, cloud and carbon
/// monoxide over latitude and longitude, from a seed.
final class Scene {
  private static final int WAVES = 8;

  private final double[][] temperature;
  private final double[][] cloud;
  private final double[][] cloudTop;
  private final double[][] carbonMonoxide;

  Scene(long seed) {
    temperature = waves(Draw.of(seed, Draw.TEMPERATURE, 0), 2, 12);
    cloud = waves(Draw.of(seed, Draw.CLOUD, 0), 8, 90);
    cloudTop = waves(Draw.of(seed, Draw.CLOUD_TOP, 0), 4, 30);
    carbonMonoxide = waves(Draw.of(seed, Draw.CARBON_MONOXIDE, 0), 3, 40);
  }

  /// Each wave is a vector of wavenumbers on the unit sphere, and a phase.
  private static double[][] waves(RandomGenerator random, double longest, double shortest) {
    double[][] waves = new double[WAVES][];
    for (int i = 0; i < WAVES; i++) {
      double number = longest * Math.pow(shortest / longest, (i + 0.5) / WAVES);
      Vector direction =
          new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
      waves[i] =
          new double[] {
            direction.x() * number,
            direction.y() * number,
            direction.z() * number,
            random.nextDouble() * 2 * Math.PI
          };
    }
    return waves;
  }

  /// About zero, with variance one.
  private static double value(double[][] waves, Vector at) {
    double sum = 0;
    for (double[] wave : waves) {
      sum += Math.sin(wave[0] * at.x() + wave[1] * at.y() + wave[2] * at.z() + wave[3]);
    }
    return sum * Math.sqrt(2.0 / waves.length);
  }

  Column at(double latitudeDeg, double longitudeDeg) {
    double lat = Math.toRadians(latitudeDeg);
    double lon = Math.toRadians(longitudeDeg);
    Vector up =
        new Vector(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat));
    double sine = up.z() * up.z();
    double surfaceK = 301 - 48 * sine + 4 * value(temperature, up);
    double warmth = (surfaceK - 250) / 50;
    int water = Math.clamp(Math.round(warmth * 3), 0, Atmosphere.WATER.length - 1);
    double fraction = Math.clamp(0.15 + 0.55 * value(cloud, up), 0, 1);
    double topKm = Math.clamp(5 + 3 * value(cloudTop, up), 1, 13 - 5 * sine);
    double monoxide = Math.clamp(Math.exp(0.35 * value(carbonMonoxide, up)), 0.5, 3);
    return new Column(surfaceK, water, fraction, Atmosphere.level(topKm), monoxide);
  }
}
