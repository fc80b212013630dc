package org.jumelles.kernel.raster;

import java.util.Locale;

/// Which axis runs fastest in the file.
public enum Interleave {
  /// Pixel after pixel: line, sample, band.
  BIP,
  /// Line after line of each band: line, band, sample.
  BIL,
  /// Image after image: band, line, sample.
  BSQ,
  /// Another order of the three axes.
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
