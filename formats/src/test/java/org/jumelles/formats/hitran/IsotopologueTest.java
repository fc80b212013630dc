package org.jumelles.formats.hitran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsotopologueTest {
  /// HITRAN's molparam.txt.
  @Test
  void massesAreHitrans() {
    assertThat(mass(1, 1)).isCloseTo(18.010565, within(2e-6));
    assertThat(mass(2, 2)).isCloseTo(44.993185, within(2e-6));
    assertThat(mass(4, 1)).isCloseTo(44.001062, within(2e-6));
    assertThat(mass(5, 3)).isCloseTo(29.999161, within(2e-6));
    assertThat(mass(6, 1)).isCloseTo(16.0313, within(2e-6));
    assertThat(mass(12, 1)).isCloseTo(62.995644, within(2e-6));
  }

  @Test
  void namesAndNumbersAgree() {
    assertThat(Isotopologue.formula(5)).isEqualTo("CO");
    assertThat(Isotopologue.molecule("co")).hasValue(5);
    assertThat(Isotopologue.formula(49)).isEqualTo("COCl2");
    assertThat(Isotopologue.molecule("XYZ")).isEmpty();
    assertThat(Isotopologue.of(2, 99)).isEmpty();
  }

  private static double mass(int molecule, int number) {
    return Isotopologue.of(molecule, number).orElseThrow().massGPerMol();
  }
}
