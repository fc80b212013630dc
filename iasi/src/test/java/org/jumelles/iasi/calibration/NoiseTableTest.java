package org.jumelles.iasi.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.outcome.MalformedDataException;

class NoiseTableTest {
  @Test
  void theBuiltInNoiseIsItsTemperatureDifference() {
    double noise = NoiseTable.BUILT_IN.radiance(new double[] {1371.5})[0];

    double warmer = Planck.radiance(137_150, 280.022) - Planck.radiance(137_150, 279.978);
    assertThat(noise).isCloseTo(warmer, within(1e-6 * warmer));
  }

  @Test
  void rowsGoToTheirChannels() {
    NoiseTable table =
        NoiseTable.ofCsv("n.csv", List.of("nu,nedr", "2143.00,3e-7", "2143.25,4e-7", ""));

    assertThat(table.radiance(new double[] {2143.25, 2143})).containsExactly(4e-7, 3e-7);
    assertThatThrownBy(() -> table.radiance(new double[] {2143.5}))
        .hasMessageContaining("n.csv has no noise at 2143.5 cm-1");
  }

  @Test
  void aRowThatIsNoneIsNamed() {
    for (String row : List.of("2143,-1", "2143", "2143,x", "9000,1e-7", "NaN,1e-7")) {
      assertThatThrownBy(() -> NoiseTable.ofCsv("n.csv", List.of("nu,nedr", row)))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining(row);
    }
  }
}
