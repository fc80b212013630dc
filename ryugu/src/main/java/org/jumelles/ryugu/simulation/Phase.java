package org.jumelles.ryugu.simulation;

import java.util.List;

/// What the grain is made of, each with the reflectance factor that it would have alone.
///
/// Bands are those published of Ryugu's grains: a narrow OH band near 2.72 um, NH at 3.05 to 3.1 um
/// [Pilorget2022], CH at 3.4 um, carbonates at 3.3 to 3.6 um; all of it dark, about 2 % [Yada2022].
/// Depths, widths and levels are ours.
public enum Phase {
  OPAQUE(0, 0.016, 0.0008),
  HYDRATED(1, 0.026, 0.0010),
  AMMONIATED(2, 0.034, 0.0010),
  CARBONATE(3, 0.060, 0.0030),
  ORGANIC(4, 0.018, 0.0040);

  /// A dip of Gaussian shape in wavelength.
  ///
  /// @param centreUm NaN for the centre of the grain's OH band, which the settings give
  /// @param sigmaUm half the width between the points of inflection
  /// @param depth of the continuum, 0 to 1
  public record Band(double centreUm, double sigmaUm, double depth) {}

  private final int number;
  private final double level;
  private final double slopePerUm;

  Phase(int number, double level, double slopePerUm) {
    this.number = number;
    this.level = level;
    this.slopePerUm = slopePerUm;
  }

  /// Its place in every list of shares, from zero.
  public int number() {
    return number;
  }

  public List<Band> bands() {
    return switch (this) {
      case OPAQUE -> List.of();
      case HYDRATED -> List.of(new Band(Double.NaN, 0.030, 0.35));
      case AMMONIATED -> List.of(new Band(3.06, 0.045, 0.35), new Band(2.98, 0.040, 0.15));
      case CARBONATE ->
          List.of(
              new Band(3.31, 0.025, 0.15),
              new Band(3.44, 0.040, 0.40),
              new Band(3.53, 0.025, 0.20));
      case ORGANIC ->
          List.of(
              new Band(3.38, 0.012, 0.10),
              new Band(3.42, 0.015, 0.14),
              new Band(3.50, 0.014, 0.08));
    };
  }

  /// The reflectance factor of the phase alone.
  public double reflectance(double micrometres, double ohCentreUm) {
    double value = level + slopePerUm * (micrometres - 2.0);
    for (Band band : bands()) {
      double centre = Double.isNaN(band.centreUm()) ? ohCentreUm : band.centreUm();
      double x = (micrometres - centre) / band.sigmaUm();
      value *= 1 - band.depth() * Math.exp(-x * x / 2);
    }
    return value;
  }
}
