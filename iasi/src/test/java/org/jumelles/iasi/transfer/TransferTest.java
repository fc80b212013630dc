package org.jumelles.iasi.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.atmosphere.Level;

class TransferTest {
  private static final double NU = 2150;

  private static Atmosphere isothermal(double kelvin, int layers) {
    List<Layer> all = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      double p = 1000 * Math.exp(-i / 7.0);
      Level low = new Level(i, p, kelvin);
      Level high = new Level(i + 1, 1000 * Math.exp(-(i + 1) / 7.0), kelvin);
      all.add(new Layer(p, kelvin, low, high, new double[] {1, 0}));
    }
    return new Atmosphere("test", 0, all);
  }

  /// In an isothermal enclosure everything has the radiance of a black body (Kirchhoff).
  @Property(tries = 100)
  void anIsothermalWorldIsBlack(
      @ForAll @DoubleRange(min = 180, max = 320) double kelvin,
      @ForAll @DoubleRange(min = -6, max = 3) double logDepth) {
    double[][] depth = new double[20][1];
    for (double[] layer : depth) {
      layer[0] = Math.pow(10, logDepth);
    }
    double radiance =
        new Transfer(new double[] {NU})
            .radiance(isothermal(kelvin, 20), new Surface(kelvin, 1), depth)[0];
    assertThat(Physics.brightnessTemperatureK(NU, radiance)).isCloseTo(kelvin, within(1e-9));
  }

  /// The source function's own integral: I = int_0^tau B(t) exp(-t) dt, B linear from the far to
  /// the near boundary.
  @Property(tries = 200)
  void aLayerIsTheIntegralOfItsLinearSource(@ForAll @DoubleRange(min = -4, max = 2) double logTau) {
    double tau = Math.pow(10, logTau);
    double mean = 1;
    double exit = 1.2;
    int n = 20000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = (i + 0.5) * tau / n;
      double source = exit + (2 * (mean - exit)) * t / tau;
      sum += source * Math.exp(-t) * tau / n;
    }
    double t = Math.exp(-tau);
    double found = (1 - t) * (mean + (exit - mean) * Transfer.towardsExit(tau, t));
    assertThat(found).isCloseTo(sum, within(1e-5 * sum));
  }

  @Test
  void theSlopeIsTheDerivative() {
    for (double tau : new double[] {1e-3, 0.02, 0.3, 1, 5, 40}) {
      double h = 1e-4 * tau;
      double difference =
          (Transfer.towardsExit(tau + h, Math.exp(-tau - h))
                  - Transfer.towardsExit(tau - h, Math.exp(-tau + h)))
              / (2 * h);
      assertThat(Transfer.towardsExitSlope(tau, Math.exp(-tau)))
          .isCloseTo(difference, within(2e-3 * Math.abs(difference) + 1e-6));
    }
  }

  @Test
  void theLineShapeIsTheTransformOfItsApodisation() {
    SpectralGrid grid = new SpectralGrid(2100, 0.25 / 64, 64 * 4 * 40 + 1);
    LineShape shape = new LineShape(grid);
    double[] spike = new double[grid.count()];
    int at = 64 * 4 * 20;
    spike[at] = 1 / grid.stepPerCm();
    double[] seen = shape.apply(spike);
    for (int k = -12; k <= 12; k++) {
      double expected = 0;
      int n = 4000;
      for (int i = 0; i < n; i++) {
        double x = 2 * (i + 0.5) / n;
        expected += 2 * LineShape.apodisation(x) * Math.cos(2 * Math.PI * x * 0.25 * k) * 2 / n;
      }
      assertThat(seen[80 + k]).as("channel %d", k).isCloseTo(expected, within(2e-5));
    }
    assertThat(LineShape.apodisation(1)).isCloseTo(0.4107, within(1e-4));
  }
}
