package org.jumelles.ryugu.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// R = (S - D_S) / (W - D_W) / exposure ratio x R_ref, value by value, with its sigma by first
/// derivatives. Safe from several threads.
///
/// What one band of a pixel does not share with its neighbours (counting, reading, rounding, the
/// draw of the filter) is its noise; sigma has the reference's uncertainty too, which goes together
/// over bands and pixels, and is no noise to a fit.
///
/// @param exposureRatio exposure times gain of the sample over that of the white
/// @param noise none where it is not known; then no sigma is
/// @param saturationDn counts from which on a reading is full; infinite where it is not known
/// @param leastSigmas by how many sigmas a white must be above its dark
public record Reflectance(
    Standard standard,
    double exposureRatio,
    Optional<FrameNoise> noise,
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
    Calibrated made =
        new Calibrated(
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new byte[length],
            new ArrayList<>());
    for (int i = 0; i < length; i++) {
      value(frames, i, i % bands, made);
    }
    for (int from = 0; from < length; from += bands) {
      SpikeSearch.mark(made.reflectance(), made.noise(), made.mask(), from, bands);
      if (spikes == Spikes.REPAIR) {
        repair(made, from, bands);
      }
    }
    return made;
  }

  private void value(Frames f, int i, int band, Calibrated made) {
    double s = f.raw()[i];
    double d = f.dark()[i];
    double w = f.white()[i];
    double wd = f.whiteDark().isPresent() ? f.whiteDark().get()[i] : d;
    double ref = standard.reflectance()[band];
    made.reflectance()[i] = Double.NaN;
    made.sigma()[i] = Double.NaN;
    made.noise()[i] = Double.NaN;
    made.rawTuning()[i] = Double.NaN;
    made.whiteTuning()[i] = Double.NaN;
    if (!Double.isFinite(s + d + w + wd + ref)) {
      made.mask()[i] = Calibrated.NO_DATA;
      return;
    }
    double span = w - wd;
    double spanVariance = noise.isPresent() ? noise.get().white(w) + noise.get().dark(wd) : 0;
    int bits = s >= saturationDn || w >= saturationDn ? Calibrated.SATURATED : 0;
    if (!(span > leastSigmas * Math.sqrt(spanVariance))) {
      bits |= s == d && w == wd ? Calibrated.DEAD : Calibrated.WHITE_IS_DARK;
    }
    made.mask()[i] = (byte) bits;
    if (bits != 0) {
      return;
    }
    double q = ref / (exposureRatio * span);
    double r = q * (s - d);
    made.reflectance()[i] = r;
    if (noise.isPresent()) {
      tuning(f, i, band, q, made);
      double tuned = square(made.rawTuning()[i]) + square(made.whiteTuning()[i]);
      double own = variance(f, i, q, r / span) + tuned;
      made.noise()[i] = Math.sqrt(own);
      made.sigma()[i] = Math.sqrt(own + square(r / ref * standard.sigma()[band]));
    }
  }

  /// sigma_S^2 q^2 + sigma_W^2 (R/span)^2, and for the darks either both, or one dark's share in
  /// both, (R/span - q)^2.
  private double variance(Frames f, int i, double q, double slope) {
    FrameNoise model = noise.orElseThrow();
    double both = q * q * model.raw(f.raw()[i]) + slope * slope * model.white(f.white()[i]);
    double dark = model.dark(f.dark()[i]);
    return f.whiteDark().isPresent()
        ? both + q * q * dark + slope * slope * model.dark(f.whiteDark().get()[i])
        : both + square(slope - q) * dark;
  }

  /// q dS/dnu sigma_nu, and R/span dW/dnu sigma_nu off it, each over the root of its number of
  /// frames: sample and white were lit at other draws of the filter. Where the lamp is even the
  /// first is dR/dnu sigma_nu.
  private void tuning(Frames f, int i, int band, double q, Calibrated made) {
    FrameNoise model = noise.orElseThrow();
    double raw = 0;
    double white = 0;
    if (model.tuning().isPresent()) {
      FilterTuning filter = model.tuning().get();
      double[] whiteDark = f.whiteDark().orElse(f.dark());
      double slope = made.reflectance()[i] / (f.white()[i] - whiteDark[i]);
      raw = q * filter.of(f.raw(), f.dark(), i - band, band);
      white = -slope * filter.of(f.white(), whiteDark, i - band, band);
    }
    made.rawTuning()[i] = raw / Math.sqrt(model.averaged().raw());
    made.whiteTuning()[i] = white / Math.sqrt(model.averaged().white());
  }

  private static double square(double value) {
    return value * value;
  }

  private static void repair(Calibrated made, int from, int bands) {
    byte[] mask = made.mask();
    double[] r = made.reflectance();
    for (int k = from + 1; k + 1 < from + bands; k++) {
      if ((mask[k] & Calibrated.SPIKED) != 0) {
        double now = (r[k - 1] + r[k + 1]) / 2;
        made.repairs().add(new Calibrated.Repair(k, r[k], now));
        r[k] = now;
        for (double[] one :
            List.of(made.sigma(), made.noise(), made.rawTuning(), made.whiteTuning())) {
          one[k] = Math.hypot(one[k - 1], one[k + 1]) / 2;
        }
        mask[k] = (byte) ((mask[k] & ~Calibrated.SPIKED) | Calibrated.REPAIRED);
      }
    }
  }
}
