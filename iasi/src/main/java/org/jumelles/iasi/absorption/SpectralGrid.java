package org.jumelles.iasi.absorption;

/// Even wavenumbers.
///
/// @param firstPerCm the first, cm-1
/// @param stepPerCm between two, cm-1
/// @param count how many, at least 2
public record SpectralGrid(double firstPerCm, double stepPerCm, int count) {
  public SpectralGrid {
    if (!(firstPerCm > 0) || !(stepPerCm > 0) || count < 2) {
      throw new IllegalArgumentException(
          "a grid of " + count + " wavenumbers from " + firstPerCm + " by " + stepPerCm + " cm-1");
    }
  }

  public double wavenumberPerCm(int index) {
    return firstPerCm + index * stepPerCm;
  }

  public double lastPerCm() {
    return wavenumberPerCm(count - 1);
  }
}
