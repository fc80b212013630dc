package org.jumelles.iasi.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.transfer.Surface;

/// Made-up scenes from the poles to the tropics, on which nodes are chosen and a table is judged.
///
/// A lapse rate to a tropopause that rises with the ground's temperature, a stratosphere that
/// warms; water by relative humidity; other gases by round numbers of their abundance and its fall
/// above the tropopause; all with smooth random changes in height, so that a channel's nodes cannot
/// rest on one shape. No climatology: their width matters, not their truth.
final class TrainingScenes {
  private static final int LEVELS = 34;
  private static final double TOP_HPA = 0.05;
  private static final int WATER = 1;
  private static final int OZONE = 3;
  private static final int CARBON_MONOXIDE = 5;
  private static final int GREATEST_MOLECULE = 49;

  /// Share in the troposphere and scale of its fall above, km (0: none).
  private static final double[][] GASES = {
    {2, 4.0e-4, 0},
    {4, 3.3e-7, 18},
    {5, 1.1e-7, 6},
    {6, 1.85e-6, 25},
    {7, 0.209, 0},
    {8, 1e-10, 0},
    {9, 1e-10, 5},
    {10, 1e-10, 0},
    {11, 5e-10, 3},
    {12, 5e-10, 0},
    {19, 5e-10, 12},
    {20, 5e-10, 5},
    {22, 0.78, 0},
    {23, 2e-10, 10},
    {26, 2e-10, 5}
  };

  private TrainingScenes() {}

  /// An atmosphere and its ground.
  record Scene(Atmosphere atmosphere, Surface surface) {}

  /// The same scenes for the same seed.
  static List<Scene> draw(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenes.add(scene(random, (i + 0.5) / count));
    }
    return scenes;
  }

  private static Scene scene(RandomGenerator random, double warmth) {
    double ground = 228 + 84 * warmth;
    double bottomHPa = 600 + 450 * Math.sqrt(random.nextDouble());
    double lapse = 5 + 2.5 * random.nextDouble();
    double tropopauseKm = 8 + 8.5 * warmth + random.nextGaussian();
    double humidity = 0.15 + 0.8 * random.nextDouble();
    double[] wobble = wobble(random, 3);
    double[] wet = wobble(random, 0.35);
    double[] pressures = new double[LEVELS];
    double[] kelvins = new double[LEVELS];
    double[][] shares = new double[GREATEST_MOLECULE + 1][0];
    shares[WATER] = new double[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double at = (double) i / (LEVELS - 1);
      pressures[i] = bottomHPa * Math.pow(TOP_HPA / bottomHPa, Math.pow(at, 1.35));
      double km = -7.2 * Math.log(pressures[i] / 1013);
      double upward = Math.min(km, tropopauseKm);
      double warming = Math.clamp(km - tropopauseKm - 6, 0, 28) * 2.1;
      double cooling = Math.max(0, km - 52) * 2.2;
      double kelvin = ground - lapse * upward + warming - cooling + wave(wobble, at);
      kelvins[i] = Math.clamp(kelvin, 185, 325);
      double dry = Math.exp(-Math.max(0, km) / 9) * Math.exp(wave(wet, at));
      double saturation =
          6.112 * Math.exp(17.62 * (kelvins[i] - 273.15) / (kelvins[i] - 30.03)) / pressures[i];
      double water = km > tropopauseKm ? 4e-6 : humidity * dry * saturation;
      shares[WATER][i] = Math.clamp(water, 3e-6, 0.045);
    }
    gases(random, pressures, tropopauseKm, shares);
    Profile profile = new Profile("training", pressures, kelvins, shares);
    Atmosphere atmosphere = new Layering(3, 25).cut(profile, 58 * Math.sqrt(random.nextDouble()));
    double skin = Math.clamp(kelvins[0] + 5 * random.nextGaussian(), 220, 335);
    double emissivity = random.nextBoolean() ? 1 : 0.9 + 0.1 * random.nextDouble();
    return new Scene(atmosphere, new Surface(skin, emissivity));
  }

  private static void gases(
      RandomGenerator random, double[] pressures, double tropopauseKm, double[][] shares) {
    for (double[] gas : GASES) {
      boolean fixed = gas[2] == 0;
      double whole = Math.exp(random.nextGaussian() * (gas[0] == CARBON_MONOXIDE ? 0.6 : 0.08));
      double[] wobble = wobble(random, fixed ? 0.02 : gas[0] == CARBON_MONOXIDE ? 0.35 : 0.08);
      double[] share = new double[LEVELS];
      for (int i = 0; i < LEVELS; i++) {
        double km = -7.2 * Math.log(pressures[i] / 1013);
        double above = Math.max(0, km - tropopauseKm);
        double fall = fixed ? 1 : Math.max(0.05, Math.exp(-above / gas[2]));
        double at = (double) i / (LEVELS - 1);
        share[i] = Math.min(0.9, gas[1] * whole * fall * Math.exp(wave(wobble, at)));
      }
      shares[(int) gas[0]] = share;
    }
    double[] ozone = new double[LEVELS];
    double most = (5 + 5 * random.nextDouble()) * 1e-6;
    for (int i = 0; i < LEVELS; i++) {
      double away = (-7.2 * Math.log(pressures[i] / 1013) - 33) / 10;
      ozone[i] = 4e-8 + most * Math.exp(-away * away);
    }
    shares[OZONE] = ozone;
  }

  /// Amplitudes and phases of four waves in height.
  private static double[] wobble(RandomGenerator random, double size) {
    double[] wave = new double[8];
    for (int k = 0; k < 4; k++) {
      wave[2 * k] = size * random.nextGaussian() / Math.sqrt(k + 1);
      wave[2 * k + 1] = 2 * Math.PI * random.nextDouble();
    }
    return wave;
  }

  private static double wave(double[] wobble, double at) {
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += wobble[2 * k] * Math.cos(2 * Math.PI * (k + 1) * at + wobble[2 * k + 1]);
    }
    return sum;
  }
}
