package org.jumelles.formats.bufr;

import java.nio.ByteOrder;
import org.jumelles.kernel.bytes.Bytes;

/// Walks the sections of one message by their lengths.
final class Sections {
  private final int number;
  private final Bytes whole;
  private long at = BufrMessage.INDICATOR_LENGTH;

  Sections(int number, Bytes whole) {
    this.number = number;
    this.whole = whole;
  }

  static long u24(Bytes bytes, long at, String field) {
    return (long) bytes.u8(at, field) << 16 | bytes.u16(at + 1, ByteOrder.BIG_ENDIAN, field);
  }

  Bytes next(int section, int least) {
    String field = "message " + number + ", length of section " + section;
    long length = u24(whole, at, field);
    long left = whole.size() - BufrMessage.END_LENGTH - at;
    if (length < least || length > left) {
      throw whole.malformed(
          at,
          field,
          "at least " + least + ", and within the message",
          length + ", " + left + " left");
    }
    at += length;
    return whole.slice(at - length, length, field);
  }

  /// Nothing may stand between section 4 and the end.
  void end() {
    long left = whole.size() - BufrMessage.END_LENGTH - at;
    if (left != 0) {
      throw whole.malformed(
          at,
          "message " + number + ", lengths of its sections",
          "they add up to the message's length",
          left + " bytes too few");
    }
  }
}
