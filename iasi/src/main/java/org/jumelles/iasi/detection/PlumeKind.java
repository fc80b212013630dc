package org.jumelles.iasi.detection;

import java.util.Locale;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;

/// What plumes are made of, as shapes of optical depth over wavenumber, parametric and our own.
///
/// SO2 has two lobes about its bands at 1362 and 1151 cm-1. Dust is deepest about 1090 cm-1 and
/// deeper at 11 than at 12 um; ash is broader, deepest about 1000 cm-1.
public enum PlumeKind {
  SO2,
  DUST,
  ASH;

  /// Optical depth of one Dobson unit of SO2 at the top of its strongest lobe: 3.5e-17 cm a
  /// molecule of band strength over some 50 cm-1, times 2.687e16 molecules cm-2.
  private static final double SO2_DEPTH_PER_DU = 0.019;

  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The unit in which the strength of a plume is told.
  public String unit() {
    return this == SO2 ? "DU" : "optical depth at 1000 cm-1";
  }

  /// The nadir optical depth of a plume of strength one, for each channel (index 0 is channel 1).
  public double[] opticalDepth() {
    double[] depth = new double[Channels.COUNT];
    double reference = this == SO2 ? 1 : shape(1000);
    for (int i = 0; i < depth.length; i++) {
      depth[i] = shape(Channels.wavenumberPerCm(i + 1)) / reference;
    }
    return depth;
  }

  /// How radiance changes where a thin plume of this kind lies over an ordinary spectrum, one value
  /// a channel of a band: `-depth (L - B(T))`.
  ///
  /// @param background radiance L of the band's channels, W m-2 sr-1 (m-1)-1
  /// @param plumeK the temperature T of the plume
  public double[] change(int firstChannel, double[] background, double plumeK) {
    double[] change = new double[background.length];
    for (int i = 0; i < change.length; i++) {
      double nu = Channels.wavenumberPerCm(firstChannel + i);
      change[i] = -shape(nu) * (background[i] - Planck.radiance(100 * nu, plumeK));
    }
    return change;
  }

  /// The optical depth at a wavenumber in cm-1, up to a factor.
  double shape(double nu) {
    return switch (this) {
      case SO2 ->
          SO2_DEPTH_PER_DU
              * (bell(nu, 1348, 8)
                  + bell(nu, 1374, 8)
                  + 0.1 * (bell(nu, 1138, 10) + bell(nu, 1166, 10)));
      case DUST -> 0.35 + bell(nu, 1090, 75) + 0.55 * bell(nu, 920, 60) + 0.2 * slope(nu);
      case ASH -> 0.25 + bell(nu, 1000, 120) + 0.25 * bell(nu, 1130, 60) + 0.15 * slope(nu);
    };
  }

  /// Scattering that grows towards short waves.
  private static double slope(double nu) {
    return nu / 2760;
  }

  private static double bell(double nu, double centre, double width) {
    double z = (nu - centre) / width;
    return Math.exp(-0.5 * z * z);
  }
}
