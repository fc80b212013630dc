package org.jumelles.iasi.absorption;

/// Sums all lines in a homogeneous layer.
///
/// Strength S(T) = S(296) Q(296)/Q(T) exp(-c2 E (1/T - 1/296)) (1 - exp(-c2 nu/T)) / (1 - exp(-c2
/// nu/296)); width (p/p0) (296/T)^n (air and self by partial pressure); shift (p/p0) (296/T)
/// delta, by density as [Clough2005] has it. Not thread-safe: one a thread.
public final class LayerAbsorption {
  private static final int CARBON_DIOXIDE = 2;
  private static final double NEGLIGIBLE = 1e-7;
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  private final Transitions lines;
  private final SpectralGrid grid;
  private final LineKernel kernel;
  private final int from;
  private final int to;
  private final double[] reduced;
  private double least;

  public LayerAbsorption(Transitions lines, SpectralGrid grid) {
    this.lines = lines;
    this.grid = grid;
    this.kernel = new LineKernel(grid);
    this.from = lines.from(grid.firstPerCm() - LineKernel.WING_PER_CM);
    this.to = lines.from(grid.lastPerCm() + LineKernel.WING_PER_CM);
    this.reduced = new double[to - from];
    for (int i = from; i < to; i++) {
      double nu = lines.wavenumber[i];
      reduced[i - from] =
          lines.strength[i] / -Math.expm1(-Physics.C2_CM_K * nu / Physics.REFERENCE_K) / nu;
    }
  }

  public SpectralGrid grid() {
    return grid;
  }

  /// Optical depth of all gases together, without continuum.
  ///
  /// @param amountsPerCm2 by HITRAN's number of the molecule; at 0 all air
  /// @param leastHalfWidthPerCm narrower lines are widened to it; 0 for none
  /// @param opticalDepth as long as the grid, overwritten
  public void opticalDepth(
      double pressureHPa,
      double temperatureK,
      double[] amountsPerCm2,
      double leastHalfWidthPerCm,
      double[] opticalDepth) {
    least = leastHalfWidthPerCm;
    add(pressureHPa, temperatureK, amountsPerCm2, amountsPerCm2, NEGLIGIBLE, opticalDepth);
  }

  /// Cross-section of one gas, cm2 per molecule.
  ///
  /// @param share of the gas in the air, for its self broadening
  /// @param crossSection as long as the grid, overwritten
  public void crossSection(
      int molecule, double share, double pressureHPa, double temperatureK, double[] crossSection) {
    double[] one = new double[molecule + 1];
    double[] air = new double[molecule + 1];
    one[molecule] = 1;
    air[molecule] = share;
    air[0] = 1;
    least = 0;
    add(pressureHPa, temperatureK, one, air, 0, crossSection);
  }

  private void add(
      double pressureHPa,
      double temperatureK,
      double[] amounts,
      double[] air,
      double negligible,
      double[] sum) {
    double atmospheres = pressureHPa / Physics.ATMOSPHERE_HPA;
    double density = atmospheres * Physics.REFERENCE_K / temperatureK;
    double logarithm = Math.log(Physics.REFERENCE_K / temperatureK);
    double warmth = Physics.C2_CM_K * (1 / Physics.REFERENCE_K - 1 / temperatureK);
    double[] ratios = ratios(amounts, temperatureK);
    double lastMass = 0;
    double dopplerRatio = 0;
    kernel.clear();
    for (int i = from; i < to; i++) {
      int m = lines.molecule[i];
      double amount = m < amounts.length ? amounts[m] : 0;
      if (!(amount > 0)) {
        continue;
      }
      double nu = lines.wavenumber[i];
      double strength =
          amount
              * reduced[i - from]
              * ratios[m]
              * Math.exp(warmth * lines.energy[i])
              * (1 + Math.exp(-Physics.C2_CM_K * nu / temperatureK));
      double share = air[m] / air[0];
      double width =
          atmospheres
              * Math.exp(lines.exponent[i] * logarithm)
              * (lines.airWidth[i] * (1 - share) + lines.selfWidth[i] * share);
      if (lines.mass[i] != lastMass) {
        lastMass = lines.mass[i];
        dopplerRatio = Physics.dopplerRatio(temperatureK, lastMass);
      }
      double alpha = nu * dopplerRatio;
      if (least > 0) {
        double stretch = Math.max(1, least / LineKernel.halfWidth(alpha, width));
        alpha *= stretch;
        width *= stretch;
      }
      if (strength * nu > negligible * (ROOT_PI * alpha + Math.PI * width)) {
        kernel.add(nu + density * lines.shift[i], strength, alpha, width, m == CARBON_DIOXIDE);
      }
    }
    kernel.finish(temperatureK, sum);
  }

  private double[] ratios(double[] amounts, double temperatureK) {
    double[] ratios = new double[amounts.length];
    for (int m : lines.molecules()) {
      if (m < ratios.length && amounts[m] > 0) {
        ratios[m] = PartitionSums.ratio(m, temperatureK);
      }
    }
    return ratios;
  }
}
