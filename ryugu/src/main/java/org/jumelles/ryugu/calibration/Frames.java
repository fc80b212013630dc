package org.jumelles.ryugu.calibration;

import java.util.Optional;

/// Counts of a block of pixels, all arrays alike: pixel after pixel, band after band, in DN.
///
/// @param whiteDark none where one dark serves both; its error then largely cancels
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Frames(double[] raw, double[] dark, double[] white, Optional<double[]> whiteDark) {
  public Frames {
    if (dark.length != raw.length
        || white.length != raw.length
        || whiteDark.map(d -> d.length).orElse(raw.length) != raw.length) {
      throw new IllegalArgumentException(
          "frames of " + raw.length + ", " + dark.length + ", " + white.length + " counts");
    }
  }
}
