package org.jumelles.iasi.simulation;

/// Parametric absorption: smooth bands with a comb of lines in them, at the wavenumbers where the
/// gases of these names absorb. Optical depths are for a nadir view through the whole standard
/// column; they are round numbers chosen so that spectra look as IASI's do, not spectroscopy.
enum Gas {
  CO2(8, 1.56, band(667.5, 26, 150), band(720, 22, 3), band(2349, 32, 120), band(1063, 25, 0.03)),
  O3(22, 0.7, band(1042, 24, 1.1), band(1103, 12, 0.15), band(701, 16, 0.3)),
  H2O(
      2,
      4.52,
      band(1595, 150, 60),
      band(1400, 120, 6),
      band(1800, 120, 7),
      band(645, 90, 0.6),
      band(1200, 60, 0.35),
      band(900, 120, 0.09),
      band(2000, 60, 0.5),
      band(2650, 60, 0.15)),
  CH4(7, 10.2, band(1304, 22, 4), band(1535, 25, 0.5), band(2600, 30, 0.1)),
  N2O(7, 0.84, band(1285, 13, 1.8), band(2224, 16, 9), band(2563, 12, 0.5), band(1168, 10, 0.06)),
  CO(7, 3.84, band(2118, 18, 0.45), band(2172, 18, 0.5));

  private static final double LINE_DEPTH = 0.75;

  private final double scaleHeightKm;
  private final double lineSpacingPerCm;

  @SuppressWarnings("ImmutableEnumChecker") // written at birth, never handed out
  private final Band[] bands;

  Gas(double scaleHeightKm, double lineSpacingPerCm, Band... bands) {
    this.scaleHeightKm = scaleHeightKm;
    this.lineSpacingPerCm = lineSpacingPerCm;
    this.bands = bands;
  }

  /// @param widthPerCm standard deviation of its Gauss curve
  private record Band(double centrePerCm, double widthPerCm, double depth) {}

  private static Band band(double centrePerCm, double widthPerCm, double depth) {
    return new Band(centrePerCm, widthPerCm, depth);
  }

  /// How much of the column lies above a height; ozone has a layer of its own, centred at 22 km.
  double shareAbove(double heightKm) {
    if (this == O3) {
      return 1 / (1 + Math.exp((heightKm - scaleHeightKm) / 3));
    }
    return Math.exp(-heightKm / scaleHeightKm);
  }

  double opticalDepth(double wavenumberPerCm) {
    double depth = 0;
    for (Band band : bands) {
      double z = (wavenumberPerCm - band.centrePerCm()) / band.widthPerCm();
      depth += band.depth() * Math.exp(-0.5 * z * z);
    }
    double phase = 2 * Math.PI * wavenumberPerCm / lineSpacingPerCm;
    // Water's lines keep no distance: two combs that do not fit each other. Their spacing makes the
    // channels of the SO2 index equally deep, as they are in the real atmosphere.
    double lines =
        this == H2O ? 0.5 * (Math.cos(phase) + Math.cos(phase * 1.618)) : Math.cos(phase);
    return depth * (1 + LINE_DEPTH * lines);
  }
}
