package org.jumelles.ryugu.calibration;

import java.util.Arrays;

/// One spectrum after another from counts to reflectance and its sigmas, each step a loop over
/// bands that the compiler makes vectors of. A workspace: for one thread.
final class SpectrumKernel {
  private final Reflectance of;
  private final double[] ref;
  private final double[] refSigma;
  private final int bands;

  /// The light of the sample and of the white, DN above dark.
  private final double[] net;

  private final double[] span;
  private final double[] q;
  private final double[] least;

  SpectrumKernel(Reflectance of) {
    this.of = of;
    ref = of.standard().reflectance();
    refSigma = of.standard().sigma();
    bands = ref.length;
    net = new double[bands];
    span = new double[bands];
    q = new double[bands];
    least = new double[bands];
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
      own(noise, f, from, made.reflectance(), made.noise());
      sigma(made, from);
      floor(noise, f.white(), whiteDark, from);
    } else {
      for (double[] unknown :
          new double[][] {made.sigma(), made.noise(), made.rawTuning(), made.whiteTuning()}) {
        Arrays.fill(unknown, from, from + bands, Double.NaN);
      }
    }
    mask(f, whiteDark, from, made);
  }

  private void subtract(double[] lit, double[] dark, int from, double[] into) {
    for (int k = 0; k < bands; k++) {
      into[k] = lit[from + k] - dark[from + k];
    }
  }

  private void divide(double exposureRatio, double[] reflectance, int from) {
    for (int k = 0; k < bands; k++) {
      double one = ref[k] / (exposureRatio * span[k]);
      q[k] = one;
      reflectance[from + k] = one * net[k];
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
    double[] r = made.reflectance();
    double rawRoot = Math.sqrt(noise.averaged().raw());
    double whiteRoot = Math.sqrt(noise.averaged().white());
    noise.tuning().get().of(net, raw, from);
    noise.tuning().get().of(span, white, from);
    for (int k = 0; k < bands; k++) {
      raw[from + k] = q[k] * raw[from + k] / rawRoot;
    }
    for (int k = 0; k < bands; k++) {
      white[from + k] = -(r[from + k] / span[k]) * white[from + k] / whiteRoot;
    }
  }

  /// The square of what each value has for itself but tuning: sigma_S^2 q^2 + sigma_W^2 (R/span)^2,
  /// and for the darks either both, or one dark's share in both, (R/span - q)^2.
  private void own(FrameNoise noise, Frames f, int from, double[] r, double[] into) {
    double[] s = f.raw();
    double[] d = f.dark();
    double[] w = f.white();
    if (f.whiteDark().isPresent()) {
      double[] wd = f.whiteDark().get();
      for (int k = 0; k < bands; k++) {
        int i = from + k;
        double slope = r[i] / span[k];
        double both = q[k] * q[k] * noise.raw(s[i]) + slope * slope * noise.white(w[i]);
        into[i] = both + q[k] * q[k] * noise.dark(d[i]) + slope * slope * noise.dark(wd[i]);
      }
      return;
    }
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      double slope = r[i] / span[k];
      double both = q[k] * q[k] * noise.raw(s[i]) + slope * slope * noise.white(w[i]);
      into[i] = both + (slope - q[k]) * (slope - q[k]) * noise.dark(d[i]);
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
      double reference = r[i] / ref[k] * refSigma[k];
      noise[i] = Math.sqrt(own);
      sigma[i] = Math.sqrt(own + reference * reference);
    }
  }

  /// By how much a white must be above its dark.
  private void floor(FrameNoise noise, double[] white, double[] whiteDark, int from) {
    for (int k = 0; k < bands; k++) {
      double variance = noise.white(white[from + k]) + noise.dark(whiteDark[from + k]);
      least[k] = of.leastSigmas() * Math.sqrt(variance);
    }
  }

  /// What there is no value for; `least` is zero where the noise is not known.
  private void mask(Frames f, double[] whiteDark, int from, Calibrated made) {
    double full = of.saturationDn();
    double[] raw = f.raw();
    double[] dark = f.dark();
    double[] white = f.white();
    for (int k = 0; k < bands; k++) {
      int i = from + k;
      double s = raw[i];
      double w = white[i];
      int bits = 0;
      if (!((s + dark[i] + w + whiteDark[i] + ref[k]) * 0 == 0)) {
        bits = Calibrated.NO_DATA;
      } else {
        bits = s >= full || w >= full ? Calibrated.SATURATED : 0;
        if (!(span[k] > least[k])) {
          bits |= s == dark[i] && w == whiteDark[i] ? Calibrated.DEAD : Calibrated.WHITE_IS_DARK;
        }
      }
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
}
