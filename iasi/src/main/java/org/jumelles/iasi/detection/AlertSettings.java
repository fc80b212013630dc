package org.jumelles.iasi.detection;

/// When a pixel raises an alert.
///
/// @param so2K the SO2 index at or above which it does
/// @param silicateK how far below the granule's ordinary BT11 - BT12 a pixel must lie
/// @param silicatePixels that must touch for an alert of silicates: lone ones are noise
/// @param surfaceK of the ground, for the window test of cloud; NaN where not known
public record AlertSettings(double so2K, double silicateK, int silicatePixels, double surfaceK) {
  /// 1.5 K lies 6.8 standard deviations above the mean of the 120 plume-free spectra at hand; none
  /// of them reaches it. 1 K below the ordinary split window is 2.3 of their deviations.
  public static final AlertSettings STANDARD = new AlertSettings(1.5, 1.0, 3, Double.NaN);

  public AlertSettings {
    if (!(so2K > 0) || !(silicateK > 0)) {
      throw new IllegalArgumentException(
          "thresholds of " + so2K + " K and " + silicateK + " K, wanted above 0");
    }
  }
}
