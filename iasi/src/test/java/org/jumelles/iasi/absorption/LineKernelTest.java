package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LineKernelTest {
  private static final SpectralGrid GRID = new SpectralGrid(2100, 0.25 / 256, 60 * 1024 + 1);

  /// The slow twin: the Voigt function at every point, minus the pedestal.
  private static double slow(
      double nu, double centre, double doppler, double lorentz, boolean co2) {
    double x = Math.abs(nu - centre);
    if (x > LineKernel.WING_PER_CM) {
      return 0;
    }
    double pedestal = lorentz / Math.PI / (lorentz * lorentz + 625);
    double factor = co2 ? 2 - x * x / 625 : 1;
    return VoigtTest.slow(x / doppler, lorentz / doppler) / (doppler * Math.sqrt(Math.PI))
        - pedestal * factor;
  }

  /// Where the Lorentzian half width is eight Doppler widths, the line's shoulder is neither's.
  @Example
  void aShoulderBetweenBothShapesIsTheVoigtFunctions() {
    gridsInGridsAddUpToTheLine(2100.01, -1.72, 2.39, true);
    gridsInGridsAddUpToTheLine(2116.74, -1.99, 2.53, true);
  }

  @Property(tries = 100)
  void gridsInGridsAddUpToTheLine(
      @ForAll @DoubleRange(min = 2096, max = 2164) double centre,
      @ForAll @DoubleRange(min = -5, max = -0.7) double logLorentz,
      @ForAll @DoubleRange(min = 1.4, max = 3.6) double milli,
      @ForAll boolean carbon) {
    double doppler = milli / 1000;
    double lorentz = Math.pow(10, logLorentz);
    LineKernel kernel = new LineKernel(GRID);
    kernel.clear();
    kernel.add(centre, 1, doppler, lorentz, carbon);
    double[] sum = new double[GRID.count()];
    kernel.finish(296, sum);
    for (int i = 0; i < sum.length; i += 37) {
      double nu = GRID.wavenumberPerCm(i);
      double found = sum[i] / Physics.radiationTerm(nu, 296);
      double expected = slow(nu, centre, doppler, lorentz, carbon);
      double wing = lorentz / Math.PI / ((nu - centre) * (nu - centre) + lorentz * lorentz);
      // 0.1 % of the line; at the cut, where the line has a kink, a hundredth of the pedestal more.
      assertThat(found)
          .as("%s cm-1 from the centre", nu - centre)
          .isCloseTo(
              expected,
              within(1e-3 * (Math.abs(expected) + wing) + 0.08 * lorentz / Math.PI / 625));
    }
  }
}
