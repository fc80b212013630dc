package org.jumelles.ryugu.parameter;

/// Bands as fitted to a block of pixels. Arrays are shared, not copied; none of it is a key.
///
/// @param pixels how many
/// @param bands how many windows
/// @param values pixel after pixel, band after band, [#FIELDS] numbers each: centre and its sigma
///     (um), depth and its sigma (part of the continuum), full width at half depth and its sigma
///     (um), area and its sigma (um); NaN where there is none, or the spectrum does not tell
/// @param reducedChiSquare of the window that the band was fitted in, one a band; without given
///     sigmas it is the residual's variance in the square of the spectra's unit
/// @param state pixel after pixel, one of the constants here for each band
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record BandFits(
    int pixels, int bands, double[] values, double[] reducedChiSquare, byte[] state) {
  public static final int FIELDS = 8;

  /// The fit ended, inside its bounds, on a band deeper than three sigma.
  public static final byte FITTED = 0;

  /// Too few numbers in the window, or none.
  public static final byte NO_DATA = 1;

  /// The fit did not come to rest.
  public static final byte RESTLESS = 2;

  /// What was fitted is less than three sigma deep: the centre of nothing.
  public static final byte NO_BAND = 3;

  /// Depth, centre or width stand where the fit was forbidden to go on: no sigma of what does.
  public static final byte AT_BOUND = 4;

  /// The words of the states, by number.
  public static final java.util.List<String> STATES =
      java.util.List.of("fitted", "no data", "restless", "no band", "at bound");

  public double centreUm(int pixel, int band) {
    return values[(pixel * bands + band) * FIELDS];
  }

  public double centreSigmaUm(int pixel, int band) {
    return values[(pixel * bands + band) * FIELDS + 1];
  }

  public double depth(int pixel, int band) {
    return values[(pixel * bands + band) * FIELDS + 2];
  }

  public double depthSigma(int pixel, int band) {
    return values[(pixel * bands + band) * FIELDS + 3];
  }
}
