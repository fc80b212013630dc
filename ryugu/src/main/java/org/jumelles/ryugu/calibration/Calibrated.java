package org.jumelles.ryugu.calibration;

import java.util.List;

/// A block of reflectance. Arrays are shared, not copied; none of it is a key.
///
/// @param reflectance NaN where the mask says that there is none
/// @param sigma of all, the reference's with it; NaN where it is not known, or there is no
///     reflectance
/// @param noise what of sigma no other band of the pixel shares: what a fit has for its sigma
/// @param rawTuning what of the noise the draw of the filter under the sample makes, which all
///     pixels of a band share: with the sign of the spectrum's slope
/// @param whiteTuning the same of the draw under the white, which is another
/// @param mask bits of the constants here, one number a value
/// @param repairs what was replaced, in order
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Calibrated(
    double[] reflectance,
    double[] sigma,
    double[] noise,
    double[] rawTuning,
    double[] whiteTuning,
    byte[] mask,
    List<Repair> repairs) {
  /// A count, or the standard, is no number here.
  public static final int NO_DATA = 1;

  /// The sample or the white reached the saturation level.
  public static final int SATURATED = 2;

  /// Raw, dark and white are one and the same number.
  public static final int DEAD = 4;

  /// The white is not above its dark by as many sigma as asked.
  public static final int WHITE_IS_DARK = 8;

  /// Stands out from its neighbours in the spectrum, and was left as it is.
  public static final int SPIKED = 16;

  /// Stood out, and was replaced by the mean of its neighbours.
  public static final int REPAIRED = 32;

  /// The words of the bits, from the lowest.
  public static final List<String> WORDS =
      List.of("no data", "saturated", "dead", "white is dark", "spiked", "repaired");

  /// One value that was replaced.
  ///
  /// @param index of the value in the block
  public record Repair(int index, double was, double now) {}
}
