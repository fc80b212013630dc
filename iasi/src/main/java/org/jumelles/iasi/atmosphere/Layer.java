package org.jumelles.iasi.atmosphere;

/// A homogeneous layer. Arrays are shared, not copied.
///
/// @param pressureHPa mean by amount of air
/// @param temperatureK mean by amount of air
/// @param amountsPerCm2 along the path, by HITRAN's number of the molecule, as far as they reach;
///     at 0 all air with its water
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

  /// This layer and the next higher one as one: amounts added, means by amount of air.
  Layer joined(Layer above) {
    int gases = Math.max(amountsPerCm2.length, above.amountsPerCm2.length);
    double[] amounts = new double[gases];
    for (int m = 0; m < gases; m++) {
      amounts[m] = amount(m) + above.amount(m);
    }
    double share = above.amountsPerCm2[0] / amounts[0];
    return new Layer(
        pressureHPa + share * (above.pressureHPa - pressureHPa),
        temperatureK + share * (above.temperatureK - temperatureK),
        lower,
        above.upper,
        amounts);
  }
}
