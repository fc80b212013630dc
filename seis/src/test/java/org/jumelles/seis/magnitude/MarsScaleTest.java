package org.jumelles.seis.magnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarsScaleTest {
  @ParameterizedTest
  @ValueSource(doubles = {1.1, 2.5, 3.6, 4.7})
  void eachFormulaHasItsInverse(double m) {
    for (double d : new double[] {1, 10, 30.2, 146}) {
      assertThat(MarsScale.bodyP(MarsScale.amplitudeOfBodyP(m, d), d).value())
          .isCloseTo(m, within(1e-12));
      assertThat(MarsScale.bodyS(MarsScale.amplitudeOfBodyS(m, d), d).value())
          .isCloseTo(m, within(1e-12));
      assertThat(MarsScale.spectral(MarsScale.levelOfSpectral(m, d), 1, d, 0.08).value())
          .isCloseTo(m, within(1e-12));
      assertThat(
              MarsScale.spectralHighFrequency(MarsScale.levelOfSpectralHighFrequency(m, d), d)
                  .value())
          .isCloseTo(m, within(1e-12));
      assertThat(MarsScale.resonance(MarsScale.levelOfResonance(m, d), d).value())
          .isCloseTo(m, within(1e-12));
    }
  }

  /// By hand: 1 nm at 10 degrees, -200 dB at 10 degrees.
  @Test
  void valuesByHand() {
    assertThat(MarsScale.bodyP(1e-9, 10)).isEqualTo(new Magnitude(-9 + 0.73 + 11.8, 0.5));
    assertThat(MarsScale.bodyS(1e-9, 10).value()).isCloseTo(2.99, within(1e-12));
    Magnitude mfb = MarsScale.spectral(-200, 2, 10, 0.08);
    assertThat(mfb.value()).isCloseTo(2.4, within(1e-12));
    double sigma = 2.0 / 3 * Math.sqrt(0.01 + 0.01 + 0.0064 + 0.25);
    assertThat(mfb.sigma()).isCloseTo(sigma, within(1e-12));
    assertThat(MarsScale.resonance(-200, 10).value()).isCloseTo(2.04, within(1e-12));
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> MarsScale.bodyP(bad, 10))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> MarsScale.resonance(-200, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
