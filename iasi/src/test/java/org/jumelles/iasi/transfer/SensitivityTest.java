package org.jumelles.iasi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.atmosphere.Level;

class SensitivityTest {
  private static final double[] NU = {700, 1300, 2150, 2151};
  private static final int LAYERS = 12;

  /// @param warmer the layer that is `kelvin` warmer, its boundaries by half
  private static Atmosphere atmosphere(int warmer, double kelvin) {
    double[] mean = new double[LAYERS];
    double[] level = new double[LAYERS + 1];
    for (int i = 0; i <= LAYERS; i++) {
      level[i] = 290 - 5 * i + 0.3 * i * i;
    }
    for (int i = 0; i < LAYERS; i++) {
      mean[i] = (level[i] + level[i + 1]) / 2 + 0.4;
    }
    if (warmer >= 0) {
      mean[warmer] += kelvin;
      level[warmer] += warmer == 0 ? kelvin : kelvin / 2;
      level[warmer + 1] += warmer == LAYERS - 1 ? kelvin : kelvin / 2;
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < LAYERS; i++) {
      layers.add(
          new Layer(
              1000 * Math.exp(-(i + 0.5) / 7),
              mean[i],
              new Level(i, 1000 * Math.exp(-i / 7.0), level[i]),
              new Level(i + 1, 1000 * Math.exp(-(i + 1) / 7.0), level[i + 1]),
              new double[] {1, 0}));
    }
    return new Atmosphere("test", 0, layers);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.97, 0.6})
  void everyDerivativeIsTheDifference(double emissivity) {
    Random random = new Random(3);
    double[][] tau = new double[LAYERS][NU.length];
    for (double[] layer : tau) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] = Math.pow(10, -4 + 4.5 * random.nextDouble());
      }
    }
    Surface surface = new Surface(293, emissivity);
    Sensitivity found = Sensitivity.of(NU, atmosphere(-1, 0), surface, tau, true);
    double[] plain = new Transfer(NU).radiance(atmosphere(-1, 0), surface, tau);
    for (int i = 0; i < NU.length; i++) {
      assertThat(found.radiance()[i]).isCloseTo(plain[i], within(1e-12 * plain[i]));
      double skin =
          (at(tau, atmosphere(-1, 0), new Surface(293.01, emissivity), i)
                  - at(tau, atmosphere(-1, 0), new Surface(292.99, emissivity), i))
              / 0.02;
      near(found.perSurfaceTemperature()[i], skin, plain[i]);
      for (int l = 0; l < LAYERS; l++) {
        double kept = tau[l][i];
        double h = 1e-4 * kept;
        tau[l][i] = kept + h;
        double more = at(tau, atmosphere(-1, 0), surface, i);
        tau[l][i] = kept - h;
        double less = at(tau, atmosphere(-1, 0), surface, i);
        tau[l][i] = kept;
        near(found.perOpticalDepth()[l][i] * kept, (more - less) / 2e-4, plain[i]);
        double warm =
            (at(tau, atmosphere(l, 0.01), surface, i) - at(tau, atmosphere(l, -0.01), surface, i))
                / 0.02;
        near(found.perTemperature()[l][i], warm, plain[i]);
      }
    }
  }

  private static double at(double[][] tau, Atmosphere atmosphere, Surface surface, int i) {
    return new Transfer(NU).radiance(atmosphere, surface, tau)[i];
  }

  private static void near(double found, double difference, double radiance) {
    assertThat(found).isCloseTo(difference, within(2e-4 * Math.abs(difference) + 2e-6 * radiance));
  }
}
