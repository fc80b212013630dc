package org.jumelles.iasi.atmosphere;

/// A homogeneous layer. Arrays are shared, not copied.
///
/// @param pressureHPa mean by amount of air
/// @param temperatureK mean by amount of air
/// @param amountsPerCm2 along the path, by HITRAN's number of the molecule, as far as they reach;
/// at
///     0 all air with its water
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Layer(
    double pressureHPa, double temperatureK, Level lower, Level upper, double[] amountsPerCm2) {

  /// Molecules of a gas along the path, cm-2; 0 where the layer has none.
  public double amount(int molecule) {
    return molecule < amountsPerCm2.length ? amountsPerCm2[molecule] : 0;
  }

  /// The gas's share of all molecules.
  public double share(int molecule) {
    return amount(molecule) / amountsPerCm2[0];
  }

  /// The same layer with other amounts.
  public Layer with(double[] amounts) {
    return new Layer(pressureHPa, temperatureK, lower, upper, amounts);
  }
}
