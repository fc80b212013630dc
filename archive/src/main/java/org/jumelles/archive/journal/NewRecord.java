package org.jumelles.archive.journal;

import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// A record that just came.
///
/// @param key such as `FDSN:XB_ELYSE_03_B_H_U`
/// @param slots how many numbers it takes, at least one
/// @param span from its first sample to its last
/// @param bytes shared, not copied
@SuppressWarnings("ArrayRecordComponent") // never a key
public record NewRecord(String key, Span span, int slots, byte[] bytes) {
  public NewRecord {
    if (slots < 1 || bytes.length == 0) {
      throw new IllegalArgumentException(
          "a record of " + bytes.length + " bytes that takes " + slots + " numbers");
    }
    if (bytes.length > FrameFile.LARGEST_BODY_BYTES - DayFile.PREFIX_BYTES) {
      throw new IllegalArgumentException("a record of " + bytes.length + " bytes");
    }
  }

  /// The UTC day of its first sample, as `2019-05-22`.
  String day() {
    return Utc.text(span.start()).substring(0, 10);
  }
}
