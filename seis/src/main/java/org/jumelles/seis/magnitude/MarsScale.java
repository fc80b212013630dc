package org.jumelles.seis.magnitude;

/// The formulae of Mars and their inverses [Boese2021] table 2. Distances in degrees, amplitudes in
/// m of displacement, levels in dB of displacement density (10 log10 of m^2/Hz).
public final class MarsScale {
  /// Of log10 of a distance, where it is not known better.
  public static final double SIGMA_LOG_DISTANCE = 0.08;

  private static final double BODY_SIGMA = 0.5;
  private static final double SPECTRAL_SIGMA = 0.2;
  private static final double MOMENT = 2.0 / 3;

  private MarsScale() {}

  /// mb(P) = log10 A + 0.73 log10 D + 11.8, A on the vertical.
  public static Magnitude bodyP(double amplitudeM, double distanceDeg) {
    return new Magnitude(
        log(amplitudeM, "amplitude") + 0.73 * log(distanceDeg, "distance") + 11.8, BODY_SIGMA);
  }

  /// mb(S) = log10 A + 1.06 log10 D + 10.93, A on the stronger horizontal.
  public static Magnitude bodyS(double amplitudeM, double distanceDeg) {
    return new Magnitude(
        log(amplitudeM, "amplitude") + 1.06 * log(distanceDeg, "distance") + 10.93, BODY_SIGMA);
  }

  /// MFB = 2/3 (A0 / 20 + 1.0 log10 D + 12.6), of LF, BB and WB events.
  ///
  /// @param levelSigmaDb of A0
  /// @param sigmaLogDistance of log10 D, such as [#SIGMA_LOG_DISTANCE]
  public static Magnitude spectral(
      double levelDb, double levelSigmaDb, double distanceDeg, double sigmaLogDistance) {
    double log = log(distanceDeg, "distance");
    double level = levelSigmaDb / 20;
    double slope = 0.1 * log;
    double sigma =
        MOMENT
            * Math.sqrt(
                level * level + slope * slope + sigmaLogDistance * sigmaLogDistance + 0.5 * 0.5);
    return new Magnitude(MOMENT * (levelDb / 20 + log + 12.6), sigma);
  }

  /// MFB = 2/3 (A0 / 20 + 0.8 log10 D + 12.8), of HF events.
  public static Magnitude spectralHighFrequency(double levelDb, double distanceDeg) {
    return new Magnitude(
        MOMENT * (levelDb / 20 + 0.8 * log(distanceDeg, "distance") + 12.8), SPECTRAL_SIGMA);
  }

  /// M2.4 = A24 / 20 + 1.0 log10 D + 11.04.
  public static Magnitude resonance(double levelDb, double distanceDeg) {
    return new Magnitude(levelDb / 20 + log(distanceDeg, "distance") + 11.04, SPECTRAL_SIGMA);
  }

  /// The amplitude that has an mb(P), in m.
  public static double amplitudeOfBodyP(double magnitude, double distanceDeg) {
    return Math.pow(10, magnitude - 0.73 * log(distanceDeg, "distance") - 11.8);
  }

  /// The amplitude that has an mb(S), in m.
  public static double amplitudeOfBodyS(double magnitude, double distanceDeg) {
    return Math.pow(10, magnitude - 1.06 * log(distanceDeg, "distance") - 10.93);
  }

  /// The level A0 that has an MFB of the low-frequency family, in dB.
  public static double levelOfSpectral(double magnitude, double distanceDeg) {
    return 20 * (magnitude / MOMENT - log(distanceDeg, "distance") - 12.6);
  }

  /// The level A0 that has an MFB of the high-frequency family, in dB.
  public static double levelOfSpectralHighFrequency(double magnitude, double distanceDeg) {
    return 20 * (magnitude / MOMENT - 0.8 * log(distanceDeg, "distance") - 12.8);
  }

  /// The level A24 that has an M2.4, in dB.
  public static double levelOfResonance(double magnitude, double distanceDeg) {
    return 20 * (magnitude - log(distanceDeg, "distance") - 11.04);
  }

  private static double log(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a magnitude of " + name + " " + value);
    }
    return Math.log10(value);
  }
}
