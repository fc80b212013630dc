package org.jumelles.ryugu.unmixing;

/// What a block of pixels is made of. Arrays are shared, not copied; none of it is a key.
///
/// @param pixels how many
/// @param endmembers how many
/// @param fractions pixel after pixel, endmember after endmember; NaN where the spectrum holds a
///     value that is no number in a band that is used
/// @param sigma of each fraction, from the residual over its degrees of freedom; NaN where the
///     fraction stands at its bound of zero, which has no symmetric error, or where no degree of
///     freedom is left
/// @param rmse root mean square of the residual over the bands used, in the spectra's unit
/// @param violation the worst breach of the conditions of optimality, relative to |E_j| |x|
/// @param gap the duality gap relative to the minimum; NaN where the method has none
/// @param state one of the constants here
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Abundances(
    int pixels,
    int endmembers,
    double[] fractions,
    double[] sigma,
    double[] rmse,
    double[] violation,
    double[] gap,
    byte[] state) {
  /// Solved, and each abundance at zero is there for good.
  public static final byte SOLVED = 0;

  /// No number in a band that is used: nothing was solved.
  public static final byte NO_DATA = 1;

  /// Solved, but an abundance at zero stands on the brink: its multiplier is zero too.
  public static final byte DEGENERATE = 2;

  /// What came out breaks the conditions of optimality by more than is allowed.
  public static final byte UNSOLVED = 3;

  /// The breach of optimality above which a pixel passes for unsolved.
  public static final double WORST_VIOLATION = 1e-9;
}
