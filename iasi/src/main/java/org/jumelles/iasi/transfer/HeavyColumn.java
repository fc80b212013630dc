package org.jumelles.iasi.transfer;

import org.jumelles.iasi.absorption.HeavyMolecule;
import org.jumelles.iasi.atmosphere.Atmosphere;

/// How much of a heavy molecule stands in each layer. Arrays are shared.
///
/// @param amountsPerCm2 along the path, by layer, bottom first
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record HeavyColumn(HeavyMolecule molecule, double[] amountsPerCm2) {

  /// The same share of the air at each height.
  ///
  /// @param columnPerCm2 vertical, molecules cm-2
  public static HeavyColumn mixed(
      HeavyMolecule molecule, double columnPerCm2, Atmosphere atmosphere) {
    double[] amounts = new double[atmosphere.layers().size()];
    double share = columnPerCm2 / atmosphere.columnPerCm2(0);
    for (int l = 0; l < amounts.length; l++) {
      amounts[l] = share * atmosphere.layers().get(l).amount(0);
    }
    return new HeavyColumn(molecule, amounts);
  }

  /// In how many layers the molecule was measured neither so cold or warm nor at such a pressure.
  public int beyond(Atmosphere atmosphere, double fromPerCm, double toPerCm) {
    return (int)
        atmosphere.layers().stream()
            .filter(
                layer ->
                    molecule.isBeyond(
                        fromPerCm, toPerCm, layer.pressureHPa(), layer.temperatureK()))
            .count();
  }
}
