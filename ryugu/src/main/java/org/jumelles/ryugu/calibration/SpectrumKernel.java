package org.jumelles.ryugu.calibration;

import java.util.Arrays;

/// One spectrum after another from counts to reflectance and its sigmas, each step a loop over
/// bands that the compiler makes vectors of. Divisions and roots take most of the time, so there
/// are two of each a value. A workspace: for one thread.
final class SpectrumKernel {
  private final Reflectance of;
  private final double[] ref;

  /// The reference's sigma over its value.
  private final double[] relative;

  private final int bands;

  /// The light of the sample and of the white, DN above dark.
  private final double[] net;

  private final double[] span;

  /// What one DN of the sample is in reflectance, and what one DN of the white takes off it.
  private final double[] q;

  private final double[] slope;
  private final double[] spanVariance;

  SpectrumKernel(Reflectance of) {
    this.of = of;
    ref = of.standard().reflectance();
    bands = ref.length;
    relative = new double[bands];
    Arrays.setAll(relative, k -> of.standard().sigma()[k] / ref[k]);
    net = new double[bands];
    span = new double[bands];
    q = new double[bands];
    slope = new double[bands];
    spanVariance = new double[bands];
  }

  /// Fills the spectrum that begins at `from`.
  void calibrate(Frames f, int from, Calibrated made) {
    double[] whiteDark = f.whiteDark().orElse(f.dark());
    subtract(f.raw(), f.dark(), from, net);
    subtract(f.white(), whiteDark, from, span);
    divide(of.exposureRatio(), made.reflectance(), from);
    if (of.noise().isPresent()) {
      FrameNoise noise = of.noise().get();
      tuning(noise, from, made);
      own(noise, f, from, made.noise());
      sigma(made, from);
    } else {
      for (double[] unknown :
          new double[][] {made.sigma(), made.noise(), made.rawTuning(), made.whiteTuning()}) {
        Arrays.fill(unknown, from, from + bands, Double.NaN);
      }
    }
    if (doubtful(f, whiteDark, from) != 0) {
      mask(f, whiteDark, from, made);
    }
  }

  private void subtract(double[] lit, double[] dark, int from, double[] into) {
    for (int k = 0; k < bands; k++) {
      into[k] = lit[from + k] - dark[from + k];
    }
  }

  private void divide(double exposureRatio, double[] reflectance, int from) {
    for (int k = 0; k < bands; k++) {
      double one = ref[k] / (exposureRatio * span[k]);
      double r = one * net[k];
      q[k] = one;
      slope[k] = r / span[k];
      reflectance[from + k] = r;
    }
  }

  /// q dS/dnu sigma_nu, and R/span dW/dnu sigma_nu off it, each over the root of its number of
  /// frames: sample and white were lit at other draws of the filter. Where the lamp is even the
  /// first is dR/dnu sigma_nu.
  private void tuning(FrameNoise noise, int from, Calibrated made) {
    double[] raw = made.rawTuning();
    double[] white = made.whiteTuning();
    if (noise.tuning().isEmpty()) {
      Arrays.fill(raw, from, from + bands, 0);
      Arrays.fill(white, from, from + bands, 0);
      return;
    }
    double perRaw = 1 / Math.sqrt(noise.averaged().raw());
    double perWhite = -1 / Math.sqrt(noise.averaged().white());
    noise.tuning().get().of(net, raw, from);
    noise.tuning().get().of(span, white, from);
    for (int k = 0; k < bands; k++) {
      raw[from + k] *= q[k] * perRaw;
    }
    for (int k = 0; k < bands; k++) {
      white[from + k] *= slope[k] * perWhite;
    }
  }

  /// The square of what each value has for itself but tuning: sigma_S^2 q^2 + sigma_W^2 (R/span)^2,
  /// and for the darks either both, or one dark's share in both, (R/span - q)^2.
  private void own(FrameNoise noise, Frames f, int from, double[] into) {
    double[] s = f.raw();
    double[] d = f.dark();
    double[] w = f.white();
    FrameNoise.Variance raw = noise.raw();
    FrameNoise.Variance dark = noise.dark();
    FrameNoise.Variance white = noise.white();
    if (f.whiteDark().isPresent()) {
      double[] wd = f.whiteDark().get();
      for (int k = 0; k < bands; k++) {
        int i = from + k;
        double netVariance = raw.of(s[i]) + dark.of(d[i]);
        double variance = white.of(w[i]) + dark.of(wd[i]);
        spanVariance[k] = variance;
        into[i] = q[k] * q[k] * netVariance + slope[k] * slope[k] * variance;
      }
      return;
    }
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      double ofDark = dark.of(d[i]);
      double ofWhite = white.of(w[i]);
      double both = slope[k] - q[k];
      spanVariance[k] = ofWhite + ofDark;
      into[i] = q[k] * q[k] * raw.of(s[i]) + slope[k] * slope[k] * ofWhite + both * both * ofDark;
    }
  }

  private void sigma(Calibrated made, int from) {
    double[] noise = made.noise();
    double[] sigma = made.sigma();
    double[] raw = made.rawTuning();
    double[] white = made.whiteTuning();
    double[] r = made.reflectance();
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      double own = noise[i] + (raw[i] * raw[i] + white[i] * white[i]);
      double reference = r[i] * relative[k];
      noise[i] = Math.sqrt(own);
      sigma[i] = Math.sqrt(own + reference * reference);
    }
  }

  /// How many values are no numbers, full, or not above their dark: in most spectra none. Only a
  /// number times zero is zero. `spanVariance` is zero where the noise is not known.
  private int doubtful(Frames f, double[] whiteDark, int from) {
    double full = of.saturationDn();
    double squares = of.leastSigmas() * of.leastSigmas();
    double[] raw = f.raw();
    double[] dark = f.dark();
    double[] white = f.white();
    int count = 0;
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      double all = raw[i] + dark[i] + white[i] + whiteDark[i] + ref[k];
      double light = span[k] * Math.abs(span[k]);
      count += all * 0 == 0 ? 0 : 1;
      count += Math.max(raw[i], white[i]) < full ? 0 : 1;
      count += light > squares * spanVariance[k] ? 0 : 1;
    }
    return count;
  }

  private void mask(Frames f, double[] whiteDark, int from, Calibrated made) {
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      int bits = bits(f, whiteDark, i, k);
      if (bits != 0) {
        made.mask()[i] = (byte) bits;
        made.reflectance()[i] = Double.NaN;
        made.sigma()[i] = Double.NaN;
        made.noise()[i] = Double.NaN;
        made.rawTuning()[i] = Double.NaN;
        made.whiteTuning()[i] = Double.NaN;
      }
    }
  }

  /// What there is no value for.
  private int bits(Frames f, double[] whiteDark, int i, int k) {
    double s = f.raw()[i];
    double w = f.white()[i];
    if (!Double.isFinite(s + f.dark()[i] + w + whiteDark[i] + ref[k])) {
      return Calibrated.NO_DATA;
    }
    boolean isFull = s >= of.saturationDn() || w >= of.saturationDn();
    int bits = isFull ? Calibrated.SATURATED : 0;
    double squares = of.leastSigmas() * of.leastSigmas();
    if (span[k] * Math.abs(span[k]) > squares * spanVariance[k]) {
      return bits;
    }
    boolean isDead = s == f.dark()[i] && w == whiteDark[i];
    return bits | (isDead ? Calibrated.DEAD : Calibrated.WHITE_IS_DARK);
  }
}
