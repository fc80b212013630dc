package org.jumelles.ryugu.calibration;

import java.util.Optional;

/// The twin of [SpectrumKernel]: a value at a time.
final class PlainReflectance {
  private PlainReflectance() {}

  static void value(
      Reflectance how, Optional<PlainTuning> tuning, Frames f, int i, int band, Calibrated made) {
    double s = f.raw()[i];
    double d = f.dark()[i];
    double w = f.white()[i];
    double wd = f.whiteDark().isPresent() ? f.whiteDark().get()[i] : d;
    double ref = how.standard().reflectance()[band];
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
    double spanVariance =
        how.noise().isPresent() ? white(how.noise().get(), w) + dark(how.noise().get(), wd) : 0;
    int bits = s >= how.saturationDn() || w >= how.saturationDn() ? Calibrated.SATURATED : 0;
    if (!(span > how.leastSigmas() * Math.sqrt(spanVariance))) {
      bits |= s == d && w == wd ? Calibrated.DEAD : Calibrated.WHITE_IS_DARK;
    }
    made.mask()[i] = (byte) bits;
    if (bits != 0) {
      return;
    }
    double q = ref / (how.exposureRatio() * span);
    double r = q * (s - d);
    made.reflectance()[i] = r;
    if (how.noise().isPresent()) {
      tuning(how, tuning, f, i, band, q, made);
      double tuned = square(made.rawTuning()[i]) + square(made.whiteTuning()[i]);
      double own = variance(how, f, i, q, r / span) + tuned;
      made.noise()[i] = Math.sqrt(own);
      made.sigma()[i] = Math.sqrt(own + square(r / ref * how.standard().sigma()[band]));
    }
  }

  /// sigma_S^2 q^2 + sigma_W^2 (R/span)^2, and for the darks either both, or one dark's share in
  /// both, (R/span - q)^2.
  private static double variance(Reflectance how, Frames f, int i, double q, double slope) {
    FrameNoise model = how.noise().orElseThrow();
    double both = q * q * raw(model, f.raw()[i]) + slope * slope * white(model, f.white()[i]);
    double dark = dark(model, f.dark()[i]);
    return f.whiteDark().isPresent()
        ? both + q * q * dark + slope * slope * dark(model, f.whiteDark().get()[i])
        : both + square(slope - q) * dark;
  }

  private static double raw(FrameNoise model, double count) {
    return count(model, count, model.averaged().raw());
  }

  private static double dark(FrameNoise model, double count) {
    return count(model, count, model.averaged().dark());
  }

  private static double white(FrameNoise model, double count) {
    return count(model, count, model.averaged().white());
  }

  /// (read^2 + electrons / gain^2) / readings, and what rounding to whole numbers adds.
  private static double count(FrameNoise model, double count, int readings) {
    NoiseModel one = model.reading();
    double electrons = Math.max(0, count - one.biasDn()) * one.gainElectronsPerDn();
    double shot = electrons / square(one.gainElectronsPerDn());
    return (square(one.readDn()) + shot) / readings + (model.whole() ? 1 / 12.0 : 0);
  }

  /// q dS/dnu sigma_nu, and R/span dW/dnu sigma_nu off it, each over the root of its number of
  /// frames: sample and white were lit at other draws of the filter. Where the lamp is even the
  /// first is dR/dnu sigma_nu.
  private static void tuning(
      Reflectance how,
      Optional<PlainTuning> tuned,
      Frames f,
      int i,
      int band,
      double q,
      Calibrated made) {
    FrameNoise model = how.noise().orElseThrow();
    double raw = 0;
    double white = 0;
    if (tuned.isPresent()) {
      PlainTuning filter = tuned.get();
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
}
