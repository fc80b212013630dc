package org.jumelles.seis.magnitude;

/// The formulae of a body's magnitudes, M = factor (x + slope log10 D + offset), and their
/// inverses; distances D in degrees, x log10 of an amplitude in m of displacement, or a level in dB
/// of displacement density (10 log10 of m^2/Hz) over 20. The coefficients are data, as are the
/// bands in which amplitudes and levels are measured [Boese2021].
///
/// @param bodyP mb(P), of the vertical
/// @param bodyS mb(S), of the stronger horizontal
/// @param spectral MFB of LF, BB and WB events
/// @param spectralHighFrequency MFB of HF events
/// @param resonance M2.4
/// @param sigmaLogDistance of log10 of a distance, where it is not known better
public record MagnitudeScale(
    Term bodyP,
    Term bodyS,
    Term spectral,
    Term spectralHighFrequency,
    Term resonance,
    double sigmaLogDistance,
    Bands bands) {
  /// A level in dB over its x.
  private static final double DB = 20;

  public MagnitudeScale {
    if (!(sigmaLogDistance >= 0)) {
      throw new IllegalArgumentException("sigma of log10 of a distance " + sigmaLogDistance);
    }
  }

  /// One formula.
  ///
  /// @param sigma of the magnitude; of the bracket where errors are propagated
  public record Term(double factor, double slope, double slopeSigma, double offset, double sigma) {
    public Term {
      if (!(factor > 0) || !(slopeSigma >= 0) || !(sigma > 0)) {
        throw new IllegalArgumentException(
            "factor " + factor + ", sigma of the slope " + slopeSigma + ", sigma " + sigma);
      }
    }

    private double value(double x, double distanceDeg) {
      return factor * (x + slope * log(distanceDeg, "distance") + offset);
    }

    private double inverse(double magnitude, double distanceDeg) {
      return magnitude / factor - slope * log(distanceDeg, "distance") - offset;
    }

    /// Of an amplitude in m.
    Magnitude ofAmplitude(double amplitudeM, double distanceDeg) {
      return new Magnitude(value(log(amplitudeM, "amplitude"), distanceDeg), sigma);
    }

    /// Of a level in dB.
    Magnitude ofLevel(double levelDb, double distanceDeg) {
      return new Magnitude(value(levelDb / DB, distanceDeg), sigma);
    }

    /// The amplitude that has a magnitude, in m.
    public double amplitudeM(double magnitude, double distanceDeg) {
      return Math.pow(10, inverse(magnitude, distanceDeg));
    }

    /// The level that has a magnitude, in dB.
    public double levelDb(double magnitude, double distanceDeg) {
      return DB * inverse(magnitude, distanceDeg);
    }
  }

  /// From one frequency to another.
  public record Range(double lowHz, double highHz) {}

  /// Where what is measured.
  ///
  /// @param body amplitudes of P and S
  /// @param low levels of LF events
  /// @param broad of BB and WB events
  /// @param high of HF events
  /// @param resonance levels of M2.4, and the peak that HF events have
  public record Bands(Range body, Range low, Range broad, Range high, Range resonance) {}

  /// MFB of LF, BB and WB events, errors propagated.
  ///
  /// @param levelSigmaDb of the level
  /// @param sigmaLog of log10 D
  Magnitude spectral(double levelDb, double levelSigmaDb, double distanceDeg, double sigmaLog) {
    double level = levelSigmaDb / DB;
    double slope = spectral.slopeSigma * log(distanceDeg, "distance");
    double sigma =
        spectral.factor
            * Math.sqrt(
                level * level
                    + slope * slope
                    + sigmaLog * sigmaLog
                    + spectral.sigma * spectral.sigma);
    return new Magnitude(spectral.value(levelDb / DB, distanceDeg), sigma);
  }

  private static double log(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a magnitude of " + name + " " + value);
    }
    return Math.log10(value);
  }
}
