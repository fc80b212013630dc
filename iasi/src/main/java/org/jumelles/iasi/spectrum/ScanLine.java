package org.jumelles.iasi.spectrum;

import org.jumelles.kernel.time.Moment;

/// One scan line: 30 views of 2 x 2 pixels.
///
/// A pixel's index is 4 x view + pixel number, both from zero, in the container's order. Arrays are
/// shared, not copied.
///
/// @param number of the line in its granule, from zero
/// @param views when each of the 30 views was taken (centre of the view), as the file says
/// @param present 120; false where the container has no spectrum for that pixel
/// @param counts 120 x 8461 scaled integers, pixel after pixel; they may be negative
/// @param scale what turns them into radiance
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ScanLine(
    int number,
    Moment[] views,
    boolean[] present,
    short[] counts,
    ScaleFactors scale,
    Geometry geometry,
    Quality quality,
    Imager imager) {
  public static final int VIEWS = 30;
  public static final int PIXELS_PER_VIEW = 4;
  public static final int PIXELS = VIEWS * PIXELS_PER_VIEW;

  /// Where a pixel's first channel stands in `counts`.
  public static int at(int pixel) {
    return pixel * Channels.COUNT;
  }
}
