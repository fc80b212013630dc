package org.jumelles.iasi.spectrum;

/// The raw quality words of 120 pixels, exactly as the container has them.
///
/// @param bandFlags 120 x 3, GQisFlagQual of each band: 0 good, 1 bad, -1 not in this container
/// @param detailed 120, GQisFlagQualDetailed as it stands in the file; -1 not in this container
/// @param word how the bits of `detailed` are numbered
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Quality(byte[] bandFlags, int[] detailed, Word word) {
  /// Which table the detailed word follows.
  public enum Word {
    /// The 16 bit word of the EPS native record.
    EPS,
    /// BUFR flag table 0 40 020, 17 bits.
    BUFR_040020,
    /// The container has none.
    NONE
  }

  /// Whether a band (1 to 3) of a pixel is flagged bad; a container without flags flags nothing.
  public boolean bad(int pixel, int band) {
    return bandFlags[pixel * 3 + band - 1] == 1;
  }
}
