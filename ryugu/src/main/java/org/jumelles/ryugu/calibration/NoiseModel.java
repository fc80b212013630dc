package org.jumelles.ryugu.calibration;

/// The noise of one reading: variance = read^2 + (count - bias) / gain.
///
/// @param readDn standard deviation without light, in DN
/// @param gainElectronsPerDn electrons a DN
/// @param biasDn counts of no electron
public record NoiseModel(double readDn, double gainElectronsPerDn, double biasDn) {
  public NoiseModel {
    if (!(readDn >= 0) || !(gainElectronsPerDn > 0) || !Double.isFinite(biasDn)) {
      throw new IllegalArgumentException(
          "read noise " + readDn + " DN, gain " + gainElectronsPerDn + ", bias " + biasDn);
    }
  }
}
