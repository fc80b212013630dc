package org.jumelles.formats.miniseed;

import org.jumelles.kernel.bytes.Bytes;

/// What stands between data records without being data: control headers of full SEED volumes, and
/// records of noise (blanks or zeros, with or without a sequence number).
final class Control {
  private static final int TESTED = 48;

  private Control() {}

  /// Six digits and `V`, `A`, `S` or `T` [SEED 2.4, chapter 3].
  static boolean isControl(Bytes b, long at) {
    if (at > b.size() - 8) {
      return false;
    }
    int type = b.u8(at + 6, "type of header");
    if (type != 'V' && type != 'A' && type != 'S' && type != 'T') {
      return false;
    }
    for (int i = 0; i < 6; i++) {
      int c = b.u8(at + i, "sequence number");
      if (c < '0' || c > '9') {
        return false;
      }
    }
    int continuation = b.u8(at + 7, "continuation");
    return continuation == ' ' || continuation == '*';
  }

  /// Nothing but blanks or zeros after the sequence number.
  static boolean isNoise(Bytes b, long at) {
    if (at > b.size() - TESTED) {
      return false;
    }
    for (int i = TESTED - 1; i >= 0; i--) {
      int c = b.u8(at + i, "noise");
      boolean blank = c == ' ' || c == 0;
      if (!blank && !(i < 6 && c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}
