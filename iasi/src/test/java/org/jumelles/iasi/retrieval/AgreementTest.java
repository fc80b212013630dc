package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
  /// numpy: d = (x-y)/y; d.mean(), d.std(ddof=1), corrcoef(x, y).
  @Test
  void isWhatNumpySays() {
    double[] x = {2.1e18, 1.9e18, 2.6e18, Double.NaN, 1.2e18};
    double[] y = {2.0e18, 2.0e18, 2.5e18, 1e18, 1.0e18};
    Agreement found = Agreement.of(x, y);
    assertThat(found.pairs()).isEqualTo(4);
    assertThat(found.bias()).isCloseTo(0.06, within(1e-12));
    assertThat(found.spread()).isCloseTo(0.10360180, within(1e-7));
    assertThat(found.correlation()).isCloseTo(0.98159191, within(1e-7));
  }

  @Test
  void onePairIsNone() {
    assertThatThrownBy(() -> Agreement.of(new double[] {1}, new double[] {1}))
        .hasMessageContaining("1 pairs");
  }

  @Test
  void aDegreeOnTheEquatorIs111Km() {
    assertThat(Agreement.distanceKm(0, 179.5, 0, -179.5)).isCloseTo(111.19, within(0.01));
    assertThat(Agreement.distanceKm(90, 0, 90, 77)).isCloseTo(0, within(1e-9));
  }
}
