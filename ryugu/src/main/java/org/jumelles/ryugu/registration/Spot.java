package org.jumelles.ryugu.registration;

/// A place in an image with its uncertainty, in pixels.
///
/// @param covariance of line with sample, pixels squared
public record Spot(
    double line, double sample, double lineSigma, double sampleSigma, double covariance) {

  /// A place that is known exactly.
  public static Spot exact(double line, double sample) {
    return new Spot(line, sample, 0, 0, 0);
  }
}
