package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpectralAngleTest {
  @Property(tries = 200)
  void isNothingToItselfAndPiToItsOpposite(@ForAll long seed) {
    Random random = new Random(seed);
    double[] spectrum = new double[1 + random.nextInt(400)];
    double[] opposite = new double[spectrum.length];
    for (int k = 0; k < spectrum.length; k++) {
      spectrum[k] = 0.001f + random.nextFloat();
      opposite[k] = -spectrum[k];
    }
    assertThat(SpectralAngle.between(spectrum, spectrum)).isZero();
    assertThat(SpectralAngle.between(spectrum, opposite)).isEqualTo(Math.PI);
  }

  /// 1e-12 rad: what the switch from arc cosine to arc tangent was put for.
  @Property(tries = 200)
  void equalsTheSameInFiftyDigits(@ForAll long seed) {
    Random random = new Random(seed);
    double apart = Math.pow(10, -8 * random.nextDouble());
    double[] a = new double[30];
    double[] b = new double[30];
    for (int k = 0; k < a.length; k++) {
      a[k] = random.nextDouble();
      b[k] = 3 * a[k] + apart * random.nextGaussian();
    }
    double twin = twin(a, b);
    assertThat(SpectralAngle.between(a, b)).isCloseTo(twin, within(1e-12));
    assertThat(SpectralAngle.between(b, a)).isCloseTo(twin, within(1e-12));
  }

  /// The sine squared, 1 - (a'b)^2 / (a'a b'b), in fifty digits.
  private static double twin(double[] a, double[] b) {
    MathContext digits = new MathContext(50);
    BigDecimal ab = BigDecimal.ZERO;
    BigDecimal aa = BigDecimal.ZERO;
    BigDecimal bb = BigDecimal.ZERO;
    for (int k = 0; k < a.length; k++) {
      BigDecimal one = new BigDecimal(a[k]);
      BigDecimal two = new BigDecimal(b[k]);
      ab = ab.add(one.multiply(two));
      aa = aa.add(one.multiply(one));
      bb = bb.add(two.multiply(two));
    }
    BigDecimal sine =
        BigDecimal.ONE.subtract(ab.multiply(ab).divide(aa.multiply(bb), digits)).sqrt(digits);
    BigDecimal cosine = ab.divide(aa.multiply(bb).sqrt(digits), digits);
    return Math.atan2(sine.doubleValue(), cosine.doubleValue());
  }

  @Test
  void knowsRightAnglesAndSaysWhereThereIsNone() {
    double[] spectra = {1, 0, 0, 2, 0, 0, Double.NaN, 1};
    double[] rows = {0, 3, 1, 1};
    double[] out = new double[8];
    SpectralAngle.of(spectra, 4, 2, rows, 2, out);
    assertThat(out[0]).isCloseTo(Math.PI / 2, within(1e-15));
    assertThat(out[1]).isCloseTo(Math.PI / 4, within(1e-15));
    assertThat(out[2]).isZero();
    assertThat(out).endsWith(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
