package org.jumelles.formats.hitran;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A molecule of given isotopes, by HITRAN's numbers.
///
/// @param molecule HITRAN's number
/// @param number within the molecule, by abundance
/// @param code of the isotopes, as HITRAN abbreviates them (`626`)
/// @param massGPerMol from the atoms' masses [Wang2021]
/// @param abundance the share that HITRAN's strengths contain [Gordon2022]
public record Isotopologue(
    int molecule, int number, String code, double massGPerMol, double abundance) {
  private static final Map<Integer, Isotopologue> ALL = IsotopologueTable.read();

  /// HITRAN's names of molecules 1 to 49, in their order.
  private static final String[] FORMULAE =
      ("H2O CO2 O3 N2O CO CH4 O2 NO SO2 NO2 NH3 HNO3 OH HF HCl HBr HI ClO OCS H2CO HOCl N2 HCN CH3Cl"
              + " H2O2 C2H2 C2H6 PH3 COF2 SF6 H2S HCOOH HO2 O ClONO2 NO+ HOBr C2H4 CH3OH CH3Br"
              + " CH3CN CF4 C4H2 HC3N H2 CS SO3 C2N2 COCl2")
          .split(" ", -1);

  /// Empty where this program has no facts of it.
  public static Optional<Isotopologue> of(int molecule, int number) {
    return Optional.ofNullable(ALL.get(key(molecule, number)));
  }

  /// A molecule's formula, or its number where HITRAN's list of 49 does not have it.
  public static String formula(int molecule) {
    return molecule >= 1 && molecule <= FORMULAE.length
        ? FORMULAE[molecule - 1]
        : "molecule " + molecule;
  }

  /// The number of a formula.
  public static OptionalInt molecule(String formula) {
    for (int i = 0; i < FORMULAE.length; i++) {
      if (FORMULAE[i].equalsIgnoreCase(formula)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  static int key(int molecule, int number) {
    return 100 * molecule + number;
  }
}
