package org.jumelles.iasi.absorption;

import org.jumelles.formats.mtckd.WaterContinuum;

/// The water continuum in a layer: self and foreign, by density and temperature [Mlawer2012].
///
/// Per molecule of water: `(rho/rho0) R(nu, T) (share s (T0/T)^n + (1 - share) f)`, R the radiation
/// term. The product stands at the wavenumbers of the coefficients; between them runs a cubic with
/// central slopes, as in the reference program.
public final class Continuum {
  private final WaterContinuum water;
  private final SpectralGrid grid;
  private final int first;
  private final int last;

  /// @throws IllegalArgumentException where the coefficients do not span the grid
  public Continuum(WaterContinuum water, SpectralGrid grid) {
    this.water = water;
    this.grid = grid;
    this.first = (int) Math.floor(position(0)) - 1;
    this.last = (int) Math.floor(position(grid.count() - 1)) + 2;
    if (first < 0 || last >= water.wavenumberPerCm().length) {
      throw new IllegalArgumentException(
          "the continuum does not reach from "
              + grid.firstPerCm()
              + " to "
              + grid.lastPerCm()
              + " cm-1");
    }
  }

  /// Adds the continuum's cross-section, times `amount`, to `sum`.
  ///
  /// @param share of water in the air, 0 to 1
  public void add(double pressure, double temperature, double share, double amount, double[] sum) {
    add(pressure, temperature, share, 1 - share, amount, sum);
  }

  /// The cross-section in water and in air, cm2 per molecule.
  ///
  /// @return self, then foreign
  double[][] parts(double pressure, double temperature, double share) {
    double[] inWater = new double[grid.count()];
    double[] inAir = new double[grid.count()];
    add(pressure, temperature, share, 0, 1, inWater);
    add(pressure, temperature, 0, 1 - share, 1, inAir);
    return new double[][] {inWater, inAir};
  }

  private void add(
      double pressure,
      double temperature,
      double self,
      double foreign,
      double amount,
      double[] sum) {
    double density =
        pressure
            / water.referencePressureHPa()
            * water.referenceTemperatureK()
            / temperature
            * amount;
    double[] at = new double[last - first + 1];
    for (int i = 0; i < at.length; i++) {
      int j = first + i;
      double law = Math.pow(water.referenceTemperatureK() / temperature, water.selfExponent()[j]);
      double term = Physics.radiationTerm(Math.abs(water.wavenumberPerCm()[j]), temperature);
      at[i] = density * term * (self * law * water.selfCm2()[j] + foreign * water.foreignCm2()[j]);
    }
    for (int i = 0; i < sum.length; i++) {
      double position = position(i) - first;
      int j = (int) position;
      double t = position - j;
      double slope = (at[j + 1] - at[j - 1]) / 2;
      double next = (at[j + 2] - at[j]) / 2;
      double rise = at[j + 1] - at[j];
      sum[i] +=
          at[j] + t * (slope + t * (3 * rise - 2 * slope - next + t * (slope + next - 2 * rise)));
    }
  }

  private double position(int index) {
    double[] nu = water.wavenumberPerCm();
    return (grid.wavenumberPerCm(index) - nu[0]) / (nu[1] - nu[0]);
  }
}
