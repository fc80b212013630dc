package org.jumelles.formats.hitran;

/// One transition, as a record of 160 characters says it [Rothman2005].
///
/// @param molecule HITRAN's number, 1 = H2O
/// @param isotopologue HITRAN's number within the molecule, 1 = the most abundant
/// @param wavenumberPerCm in vacuum
/// @param strengthCm at 296 K with natural abundance, cm-1/(molecule cm-2)
/// @param einsteinPerS Einstein's A
/// @param airWidthPerCmAtm half width at half maximum at 296 K, cm-1/atm
/// @param selfWidthPerCmAtm the same, in the gas itself
/// @param lowerEnergyPerCm of the lower state
/// @param temperatureExponent n of (296/T)^n, of the width in air
/// @param airShiftPerCmAtm at 296 K, cm-1/atm
/// @param levels columns 68 to 127: upper and lower global, upper and lower local quanta
/// @param rest columns 128 to 160, and what a file has beyond them: uncertainty indices,
///     references, flag, statistical weights; kept as they stand
/// @param number of the line in its file, from one
public record Line(
    int molecule,
    int isotopologue,
    double wavenumberPerCm,
    double strengthCm,
    double einsteinPerS,
    double airWidthPerCmAtm,
    double selfWidthPerCmAtm,
    double lowerEnergyPerCm,
    double temperatureExponent,
    double airShiftPerCmAtm,
    String levels,
    String rest,
    int number) {

  /// True where both levels are told in full, so that they name the transition.
  public boolean assigned() {
    return !levels.isBlank() && !levels.contains("-2") && !levels.contains("-1");
  }

  /// A name for people: molecule, wavenumber and quanta.
  public String name() {
    return Isotopologue.formula(molecule)
        + "-"
        + isotopologue
        + " "
        + wavenumberPerCm
        + " cm-1 ["
        + levels.strip().replaceAll("\\s+", " ")
        + "]";
  }
}
