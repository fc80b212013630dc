package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.jumelles.formats.mtckd.WaterContinuum;

class ContinuumTest {
  /// What AER's own program makes of its coefficients at 1013 hPa, 300 K and 0.990098 % water.
  private static final double[][] REFERENCE = {
    {497, 3.05589121118492e-23, 2.41129708593524e-23},
    {498, 3.03233521333585e-23, 2.38198505050582e-23},
    {550, 2.00813435798149e-23, 1.32754347126859e-23},
    {601, 1.31781735682251e-23, 6.54570168707458e-24},
    {603, 1.29588482459622e-23, 6.3617254822097e-24},
  };

  @Test
  void isWhatTheReferenceProgramPrints() {
    WaterContinuum water =
        WaterContinuum.read(ReferenceData.bytes("mtckd/absco-ref_wv-mt-ckd.nc"))
            .found()
            .orElseThrow();
    SpectralGrid grid = new SpectralGrid(497, 1, 107);
    double[][] parts = new Continuum(water, grid).parts(1013, 300, 0.00990098);
    for (double[] row : REFERENCE) {
      int i = (int) (row[0] - 497);
      assertThat(parts[0][i]).isCloseTo(row[1], within(3e-6 * row[1]));
      assertThat(parts[1][i]).isCloseTo(row[2], within(3e-6 * row[2]));
    }
  }
}
