package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.jumelles.formats.hitran.CrossSection;

class HeavyMoleculeTest {
  private static final SpectralGrid GRID = new SpectralGrid(840, 1.0 / 64, 641);
  private static final double TORR = 1013.25 / 760;

  private static CrossSection flat(double kelvin, double torr, double value) {
    return new CrossSection("X", 842, 848, kelvin, torr, new double[] {value, value, value});
  }

  private static double at(HeavyMolecule molecule, double hPa, double kelvin, int index) {
    double[] depth = new double[GRID.count()];
    molecule.add(hPa, kelvin, 1, GRID, depth);
    return depth[index];
  }

  /// What was measured comes out as it was, at its temperature, pressure and wavenumbers.
  @Test
  void realCrossSectionsAreThemselvesWhereTheyWereMeasured() {
    for (String name : new String[] {"F11AT1", "F12AT1", "CCL4", "PANAT1", "SF6AT1", "HNO3AT1"}) {
      List<CrossSection> all =
          CrossSection.read(ReferenceData.bytes("xsec/" + name)).found().orElseThrow();
      HeavyMolecule molecule = new HeavyMolecule(all);
      CrossSection one = all.getFirst();
      int middle = one.cm2().length / 3;
      double step = (one.lastPerCm() - one.firstPerCm()) / (one.cm2().length - 1);
      SpectralGrid grid = new SpectralGrid(one.firstPerCm() + middle * step, step, 20);
      double[] depth = new double[20];
      molecule.add(one.pressureTorr() * TORR, one.temperatureK(), 2e17, grid, depth);
      for (int i = 0; i < depth.length; i++) {
        double measured = 2e17 * Math.max(0, one.cm2()[middle + i]);
        assertThat(depth[i]).as(name).isCloseTo(measured, within(1e-6 * measured + 1e-9));
      }
      assertThat(molecule.absorbsIn(one.firstPerCm() - 10, one.firstPerCm() - 5)).isFalse();
      assertThat(molecule.absorbsIn(one.lastPerCm() - 1, one.lastPerCm() + 5)).isTrue();
    }
  }

  /// Linear in both, kept at the nearest beyond; and the caller can tell.
  @Test
  void betweenMeasurementsItIsLinearAndBeyondThemTheNearest() {
    HeavyMolecule molecule =
        new HeavyMolecule(
            List.of(flat(200, 100, 1), flat(201, 700, 3), flat(300, 100, 5), flat(299, 700, 9)));
    int inside = 320;
    assertThat(at(molecule, 100 * TORR, 200.5, inside)).isCloseTo(1, within(1e-12));
    assertThat(at(molecule, 400 * TORR, 200.5, inside)).isCloseTo(2, within(1e-12));
    assertThat(at(molecule, 400 * TORR, 250, inside)).isCloseTo(4.5, within(1e-12));
    assertThat(at(molecule, 1 * TORR, 150, inside)).isCloseTo(1, within(1e-12));
    assertThat(at(molecule, 760 * TORR, 350, inside)).isCloseTo(9, within(1e-12));
    assertThat(at(molecule, 400 * TORR, 250, 0)).isZero();
    assertThat(molecule.isBeyond(840, 850, 400 * TORR, 250)).isFalse();
    assertThat(molecule.isBeyond(840, 850, 400 * TORR, 190)).isTrue();
    assertThat(molecule.isBeyond(840, 850, 400 * TORR, 310)).isTrue();
    assertThat(molecule.isBeyond(840, 850, 10 * TORR, 250)).isTrue();
    assertThat(molecule.isBeyond(840, 850, 1013, 250)).isTrue();
  }

  @Property(tries = 50)
  void itLiesBetweenWhatWasMeasuredAndIsNeverNegative(
      @ForAll @DoubleRange(min = 0.01, max = 1100) double hPa,
      @ForAll @DoubleRange(min = 150, max = 350) double kelvin) {
    HeavyMolecule molecule =
        new HeavyMolecule(List.of(flat(210, 50, 2), flat(250, 300, 4), flat(295, 760, -1)));
    assertThat(at(molecule, hPa, kelvin, 320)).isBetween(0.0, 4.0);
  }

  @Test
  void twoMoleculesAreNotOne() {
    CrossSection other = new CrossSection("Y", 842, 848, 200, 100, new double[] {1, 2});
    assertThatThrownBy(() -> new HeavyMolecule(List.of(flat(200, 100, 1), other)))
        .hasMessageContaining("[X, Y]");
    assertThatThrownBy(() -> new HeavyMolecule(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
