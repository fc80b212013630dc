package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class VoigtTest {
  /// The slow twin: K(x, y) = y/pi int exp(-t^2) / (y^2 + (x-t)^2) dt by the trapezoidal rule,
  /// whose error from the poles at t = x +- iy is taken off in closed form (Hunter and Regan 1972).
  static double slow(double x, double y) {
    double h = 0.25;
    double sum = 0;
    boolean half = Math.abs(x / h - Math.rint(x / h)) < 0.25;
    double shift = half ? 0.5 : 0;
    for (int n = -60; n <= 60; n++) {
      double t = (n + shift) * h;
      sum += Math.exp(-t * t) / (y * y + (x - t) * (x - t));
    }
    double k = h * y / Math.PI * sum;
    if (y < Math.PI / h) {
      // 2 Re [ exp(-z^2) / (1 -+ exp(-2 pi i z / h)) ], + for the points shifted by half a step.
      double er = Math.exp(y * y - x * x);
      double ar = er * Math.cos(-2 * x * y);
      double ai = er * Math.sin(-2 * x * y);
      double g = Math.exp(2 * Math.PI * y / h);
      double sign = half ? 1 : -1;
      double br = 1 + sign * g * Math.cos(2 * Math.PI * x / h);
      double bi = -sign * g * Math.sin(2 * Math.PI * x / h);
      k += 2 * (ar * br + ai * bi) / (br * br + bi * bi);
    }
    return k;
  }

  @Property(tries = 5000)
  void isWithinItsStatedErrorOfTheSlowIntegral(
      @ForAll @DoubleRange(min = -30, max = 30) double x,
      @ForAll @DoubleRange(min = -6, max = 1.5) double logY) {
    double y = Math.pow(10, logY);
    double expected = slow(x, y);
    assertThat(Voigt.k(x, y)).isCloseTo(expected, within(2e-6 * expected + 1e-9));
  }

  /// scipy.special.wofz (Faddeeva package, 1e-13): x, y, K.
  private static final double[][] WOFZ = {
    {0, 1, 0.427583576155807},
    {1, 1, 0.30474420525691254},
    {2, 0.5, 0.10335882374136668},
    {0, 1e-6, 0.9999988716218327},
    {3, 1e-4, 0.00013126625660332504},
    {6.9, 1e-3, 1.2244786307911686e-05},
    {7.1, 1e-3, 1.1542824560106413e-05},
    {5, 0.2, 0.004807037335964278},
    {20, 1e-5, 1.4157965867551904e-08},
    {0.5, 30, 0.018790683663577543},
  };

  @Test
  void agreesWithAnotherHand() {
    for (double[] row : WOFZ) {
      assertThat(Voigt.k(row[0], row[1])).isCloseTo(row[2], within(2e-6 * row[2] + 1e-9));
      assertThat(slow(row[0], row[1])).isCloseTo(row[2], within(1e-11 * row[2] + 1e-17));
    }
  }
}
