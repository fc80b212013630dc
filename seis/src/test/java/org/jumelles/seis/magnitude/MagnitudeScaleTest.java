package org.jumelles.seis.magnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagnitudeScaleTest {
  private static final MagnitudeScale MARS = Body.byDefault().magnitudes().orElseThrow();

  @ParameterizedTest
  @ValueSource(doubles = {1.1, 2.5, 3.6, 4.7})
  void eachFormulaHasItsInverse(double m) {
    for (double d : new double[] {1, 10, 30.2, 146}) {
      assertThat(MARS.bodyP().ofAmplitude(MARS.bodyP().amplitudeM(m, d), d).value())
          .isCloseTo(m, within(1e-12));
      assertThat(MARS.bodyS().ofAmplitude(MARS.bodyS().amplitudeM(m, d), d).value())
          .isCloseTo(m, within(1e-12));
      assertThat(MARS.spectral(MARS.spectral().levelDb(m, d), 1, d, 0.08).value())
          .isCloseTo(m, within(1e-12));
      assertThat(
              MARS.spectralHighFrequency()
                  .ofLevel(MARS.spectralHighFrequency().levelDb(m, d), d)
                  .value())
          .isCloseTo(m, within(1e-12));
      assertThat(MARS.resonance().ofLevel(MARS.resonance().levelDb(m, d), d).value())
          .isCloseTo(m, within(1e-12));
    }
  }

  /// By hand: 1 nm at 10 degrees, -200 dB at 10 degrees.
  @Test
  void valuesByHand() {
    assertThat(MARS.bodyP().ofAmplitude(1e-9, 10)).isEqualTo(new Magnitude(-9 + 0.73 + 11.8, 0.5));
    assertThat(MARS.bodyS().ofAmplitude(1e-9, 10).value()).isCloseTo(2.99, within(1e-12));
    Magnitude mfb = MARS.spectral(-200, 2, 10, 0.08);
    assertThat(mfb.value()).isCloseTo(2.4, within(1e-12));
    double sigma = 2.0 / 3 * Math.sqrt(0.01 + 0.01 + 0.0064 + 0.25);
    assertThat(mfb.sigma()).isCloseTo(sigma, within(1e-12));
    assertThat(MARS.resonance().ofLevel(-200, 10).value()).isCloseTo(2.04, within(1e-12));
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> MARS.bodyP().ofAmplitude(bad, 10))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> MARS.resonance().ofLevel(-200, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
