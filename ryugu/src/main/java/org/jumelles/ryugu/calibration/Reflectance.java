package org.jumelles.ryugu.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// R = (S - D_S) / (W - D_W) / exposure ratio x R_ref, value by value, with its sigma by first
/// derivatives. Safe from several threads.
///
/// @param exposureRatio exposure times gain of the sample over that of the white
/// @param noise none where it is not known; then no sigma is
/// @param saturationDn counts from which on a reading is full; infinite where it is not known
/// @param leastSigmas by how many sigmas a white must be above its dark
public record Reflectance(
    Standard standard,
    double exposureRatio,
    Optional<NoiseModel> noise,
    double saturationDn,
    double leastSigmas,
    Spikes spikes) {
  /// What becomes of values that stand out from their neighbours in the spectrum.
  public enum Spikes {
    MARK,
    REPAIR
  }

  public Reflectance {
    if (!(exposureRatio > 0) || !Double.isFinite(exposureRatio)) {
      throw new IllegalArgumentException("exposure ratio " + exposureRatio);
    }
    if (!(leastSigmas >= 0) || Double.isNaN(saturationDn)) {
      throw new IllegalArgumentException(leastSigmas + " sigmas, saturation at " + saturationDn);
    }
  }

  public Calibrated of(Frames frames) {
    int bands = standard.reflectance().length;
    int length = frames.raw().length;
    double[] r = new double[length];
    double[] sigma = new double[length];
    byte[] mask = new byte[length];
    for (int i = 0; i < length; i++) {
      value(frames, i, i % bands, r, sigma, mask);
    }
    List<Calibrated.Repair> repairs = new ArrayList<>();
    for (int from = 0; from < length; from += bands) {
      SpikeSearch.mark(r, sigma, mask, from, bands);
      if (spikes == Spikes.REPAIR) {
        repair(r, sigma, mask, from, bands, repairs);
      }
    }
    return new Calibrated(r, sigma, mask, repairs);
  }

  private void value(Frames f, int i, int band, double[] r, double[] sigma, byte[] mask) {
    double s = f.raw()[i];
    double d = f.dark()[i];
    double w = f.white()[i];
    double wd = f.whiteDark().isPresent() ? f.whiteDark().get()[i] : d;
    double ref = standard.reflectance()[band];
    r[i] = Double.NaN;
    sigma[i] = Double.NaN;
    if (!Double.isFinite(s + d + w + wd + ref)) {
      mask[i] = Calibrated.NO_DATA;
      return;
    }
    double span = w - wd;
    double spanVariance =
        noise.isPresent() ? noise.get().variance(w) + noise.get().variance(wd) : 0;
    int bits = s >= saturationDn || w >= saturationDn ? Calibrated.SATURATED : 0;
    if (!(span > leastSigmas * Math.sqrt(spanVariance))) {
      bits |= s == d && w == wd ? Calibrated.DEAD : Calibrated.WHITE_IS_DARK;
    }
    mask[i] = (byte) bits;
    if (bits != 0) {
      return;
    }
    double q = ref / (exposureRatio * span);
    r[i] = q * (s - d);
    if (noise.isPresent()) {
      sigma[i] = Math.sqrt(variance(f, i, q, r[i] / span) + square(r[i] / ref * sigmaOf(band)));
    }
  }

  /// sigma_S^2 q^2 + sigma_W^2 (R/span)^2, and for the darks either both, or one dark's share in
  /// both, (R/span - q)^2.
  private double variance(Frames f, int i, double q, double slope) {
    NoiseModel model = noise.orElseThrow();
    double both = q * q * model.variance(f.raw()[i]) + slope * slope * model.variance(f.white()[i]);
    double dark = model.variance(f.dark()[i]);
    return f.whiteDark().isPresent()
        ? both + q * q * dark + slope * slope * model.variance(f.whiteDark().get()[i])
        : both + square(slope - q) * dark;
  }

  private double sigmaOf(int band) {
    return standard.sigma()[band];
  }

  private static double square(double value) {
    return value * value;
  }

  private static void repair(
      double[] r,
      double[] sigma,
      byte[] mask,
      int from,
      int bands,
      List<Calibrated.Repair> repairs) {
    for (int k = from + 1; k + 1 < from + bands; k++) {
      if ((mask[k] & Calibrated.SPIKED) != 0) {
        double now = (r[k - 1] + r[k + 1]) / 2;
        repairs.add(new Calibrated.Repair(k, r[k], now));
        r[k] = now;
        sigma[k] = Math.hypot(sigma[k - 1], sigma[k + 1]) / 2;
        mask[k] = (byte) ((mask[k] & ~Calibrated.SPIKED) | Calibrated.REPAIRED);
      }
    }
  }
}
