package org.jumelles.seis.simulation;

import java.util.List;
import org.jumelles.kernel.signal.Fft;

/// A simple very-broad-band seismometer: two zeros at the origin, one pair of poles at 16 s.
///
/// Poles, azimuths, dips and sensitivities are like those of the sensors of SEIS on Mars
/// [Lognonne2019]; the true response has more poles and a chain of FIR filters.
public final class Instrument {
  /// Of the pair of poles, rad/s: -A +- iB.
  static final double POLE_REAL = -0.243358;

  static final double POLE_IMAGINARY = 0.30515;

  /// Where the sensitivity holds.
  static final double NORMALISATION_HZ = 0.1;

  /// One sensor.
  ///
  /// @param azimuthDeg clockwise from north
  /// @param dipDeg down from horizontal, as SEED has it
  /// @param sensitivityCountsPerMPerS at 0.1 Hz
  public record Axis(
      String code, double azimuthDeg, double dipDeg, double sensitivityCountsPerMPerS) {
    /// Along the axis, of a vector in up, north, east.
    double along(double z, double n, double e) {
      double azimuth = Math.toRadians(azimuthDeg);
      double dip = Math.toRadians(dipDeg);
      return -Math.sin(dip) * z + Math.cos(dip) * (Math.cos(azimuth) * n + Math.sin(azimuth) * e);
    }
  }

  public static final List<Axis> AXES =
      List.of(
          new Axis("U", 135.1, -29.4, 8.62622e10),
          new Axis("V", 15.0, -29.2, 9.04503e10),
          new Axis("W", 255.0, -29.7, 8.65494e10));

  private Instrument() {}

  /// The factor that makes the response 1 at 0.1 Hz.
  static double normalisation() {
    double[] value = shape(2 * Math.PI * NORMALISATION_HZ);
    return 1 / Math.hypot(value[0], value[1]);
  }

  /// Velocity along an axis in m/s to counts, in the frequency domain, padded so that the end does
  /// not come round to the start.
  static double[] counts(double[] velocity, double samplingRateHz, double sensitivity) {
    int n = Fft.goodLength(velocity.length + (int) (60 * samplingRateHz));
    Fft fft = Fft.ofLength(n);
    double[] spectrum = fft.forward(java.util.Arrays.copyOf(velocity, n));
    double factor = sensitivity * normalisation();
    for (int k = 0; k < spectrum.length / 2; k++) {
      double[] h = shape(2 * Math.PI * k * samplingRateHz / n);
      double re = spectrum[2 * k];
      double im = spectrum[2 * k + 1];
      spectrum[2 * k] = factor * (re * h[0] - im * h[1]);
      spectrum[2 * k + 1] = factor * (re * h[1] + im * h[0]);
    }
    return java.util.Arrays.copyOf(fft.inverse(spectrum), velocity.length);
  }

  /// Counts a time after a step of 1 m/s2: the zeros cancel the two integrations, and the pair of
  /// poles is left, exp(-A t) sin(B t) / B.
  static double stepCounts(double secondsAfter, double sensitivity) {
    if (secondsAfter <= 0) {
      return 0;
    }
    return sensitivity
        * normalisation()
        * Math.exp(POLE_REAL * secondsAfter)
        * Math.sin(POLE_IMAGINARY * secondsAfter)
        / POLE_IMAGINARY;
  }

  /// s^2 / ((s - p)(s - p*)) at s = i omega.
  private static double[] shape(double omega) {
    double denominatorRe = POLE_REAL * POLE_REAL + POLE_IMAGINARY * POLE_IMAGINARY - omega * omega;
    double denominatorIm = -2 * POLE_REAL * omega;
    double norm = denominatorRe * denominatorRe + denominatorIm * denominatorIm;
    double numerator = -omega * omega;
    return new double[] {numerator * denominatorRe / norm, -numerator * denominatorIm / norm};
  }
}
