package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibrarySearchTest {
  @Test
  void resamplesByLinesAndNeverBeyond() {
    Resampling up =
        new Resampling(
            new double[] {1, 1.1, 1.2, 1.3, 2.5, 2.6},
            new double[] {0.9, 1, 1.05, 1.25, 1.9, 2.55, 2.7},
            Optional.empty());
    double[] made = up.of(new double[] {1, 2, Double.NaN, 4, 5, 7});
    assertThat(made[0]).isNaN();
    assertThat(made[1]).isEqualTo(1);
    assertThat(made[2]).isCloseTo(1.5, within(1e-12));
    assertThat(made[3]).as("beside a deleted channel").isNaN();
    assertThat(made[4]).as("over a gap").isNaN();
    assertThat(made[5]).isCloseTo(6, within(1e-12));
    assertThat(made[6]).isNaN();
    Resampling down =
        new Resampling(new double[] {3, 2, 1}, new double[] {1.5, 2.5}, Optional.empty());
    assertThat(down.of(new double[] {30, 20, 10})).containsExactly(15, 25);
  }

  /// A Gaussian of sigma s seen through a Gaussian of sigma w is one of sqrt(s^2 + w^2).
  @Test
  void averagesAFinerLibraryUnderTheBand() {
    double[] fine = new double[2001];
    double[] dip = new double[2001];
    Arrays.setAll(fine, k -> 2 + k * 0.0005);
    Arrays.setAll(dip, k -> 1 - 0.3 * Math.exp(-Math.pow((fine[k] - 2.5) / 0.02, 2) / 2));
    double width = 0.015;
    Resampling under =
        new Resampling(
            fine, new double[] {2.5}, Optional.of(new double[] {width * 2.3548200450309493}));
    double wide = Math.hypot(0.02, width);
    // Cut at three sigmas of the band: 0.3 % of its weight.
    assertThat(under.of(dip)[0]).isCloseTo(1 - 0.3 * 0.02 / wide, within(1e-3));
  }

  @Test
  void comparesOverCommonBandsAndLeavesOutWhoHasTooFew() {
    double nan = Double.NaN;
    double[][] library = {
      {1, 2, 3, 4, 5}, {1, nan, 3, 4, 5}, {nan, nan, nan, 4, 5}, {5, 4, 3, 2, 1}
    };
    boolean[] good = {true, true, true, true, false};
    LibrarySearch search = LibrarySearch.of(library, good, 0.7);
    assertThat(search.bandsUsed()).containsExactly(4, 3, 1, 4);
    assertThat(search.compared()).containsExactly(true, true, false, true);
    double[] spectra = {2, 4, 6, 8, 99, 2, nan, 6, 8, 1};
    double[] angles = search.of(spectra, 2);
    assertThat(angles[0]).isZero();
    assertThat(angles[1]).isZero();
    assertThat(angles[2]).isNaN();
    assertThat(angles[3]).isCloseTo(Math.acos(60 / Math.sqrt(120.0 * 54)), within(1e-12));
    assertThat(angles[4]).isNaN();
    assertThat(angles[5]).isZero();
  }
}
