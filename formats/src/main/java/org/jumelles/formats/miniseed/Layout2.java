package org.jumelles.formats.miniseed;

import java.nio.ByteOrder;
import org.jumelles.kernel.bytes.Bytes;

/// The fixed section of a miniSEED 2 data header and the blockettes read here [SEED 2.4, chapter
/// 8].
///
/// ```text
/// offset type    field                       offset type    field
///  0  char[6]  sequence number               28  u16     start: 0.0001 s
///  6  char     data quality D R Q M          30  u16     number of samples
///  7  char     reserved, blank               32  i16     sample rate factor
///  8  char[5]  station                       34  i16     sample rate multiplier
/// 13  char[2]  location                      36  u8      activity flags
/// 15  char[3]  channel                       37  u8      I/O and clock flags
/// 18  char[2]  network                       38  u8      data quality flags
/// 20  u16      start: year                   39  u8      number of blockettes
/// 22  u16      start: day of the year        40  i32     time correction, 0.0001 s
/// 24  u8       start: hour                   44  u16     beginning of data
/// 25  u8       start: minute                 46  u16     first blockette
/// 26  u8       start: second
///
/// any blockette:  0 u16 type, 2 u16 offset of the next blockette from the record's start
/// blockette 100:  4 f32 actual sample rate
/// blockette 1000: 4 u8 encoding, 5 u8 byte order (1 = big-endian), 6 u8 log2 of the length
/// blockette 1001: 4 u8 timing quality, 5 i8 microseconds, 7 u8 frame count
/// blockette 2000: 4 u16 length of the blockette
/// ```
final class Layout2 {
  static final int FIXED_LENGTH = 48;
  static final int BLOCKETTE_HEADER = 4;
  static final int SEQUENCE = 0;
  static final int SEQUENCE_LENGTH = 6;
  static final int QUALITY = 6;
  static final int RESERVED = 7;
  static final int STATION = 8;
  static final int LOCATION = 13;
  static final int CHANNEL = 15;
  static final int NETWORK = 18;
  static final int YEAR = 20;
  static final int DAY = 22;
  static final int HOUR = 24;
  static final int MINUTE = 25;
  static final int SECOND = 26;
  static final int FRACTION = 28;
  static final int SAMPLES = 30;
  static final int RATE_FACTOR = 32;
  static final int RATE_MULTIPLIER = 34;
  static final int ACTIVITY = 36;
  static final int CLOCK = 37;
  static final int DATA_QUALITY = 38;
  static final int BLOCKETTES = 39;
  static final int CORRECTION = 40;
  static final int DATA = 44;
  static final int FIRST_BLOCKETTE = 46;

  static final int B100_RATE = 4;
  static final int B1000_ENCODING = 4;
  static final int B1000_ORDER = 5;
  static final int B1000_LENGTH = 6;
  static final int B1001_QUALITY = 4;
  static final int B1001_MICROSECONDS = 5;
  static final int B1001_FRAMES = 7;
  static final int B2000_LENGTH = 4;

  static final int CORRECTION_APPLIED = 0x02;

  private final Bytes bytes;
  private final long at;
  private final ByteOrder order;

  Layout2(Bytes bytes, long at, ByteOrder order) {
    this.bytes = bytes;
    this.at = at;
    this.order = order;
  }

  /// Big-endian unless only the other order gives a sane year and day.
  static ByteOrder order(Bytes bytes, long at) {
    boolean big =
        isSane(
            bytes.u16(at + YEAR, ByteOrder.BIG_ENDIAN, "year"),
            bytes.u16(at + DAY, ByteOrder.BIG_ENDIAN, "day of the year"));
    boolean little =
        isSane(
            bytes.u16(at + YEAR, ByteOrder.LITTLE_ENDIAN, "year"),
            bytes.u16(at + DAY, ByteOrder.LITTLE_ENDIAN, "day of the year"));
    return little && !big ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  static boolean isSane(int year, int day) {
    return year >= 1900 && year <= 2100 && day >= 1 && day <= 366;
  }

  int u8(int field, String name) {
    return bytes.u8(at + field, name);
  }

  int u16(int field, String name) {
    return bytes.u16(at + field, order, name);
  }

  int i16(int field, String name) {
    return bytes.i16(at + field, order, name);
  }

  int i32(int field, String name) {
    return bytes.i32(at + field, order, name);
  }

  float f32(int field, String name) {
    return bytes.f32(at + field, order, name);
  }

  String ascii(int field, int length, String name) {
    return bytes.ascii(at + field, length, name).replace("\0", "").strip();
  }

  byte[] array(int field, int length, String name) {
    return bytes.array(at + field, length, name);
  }

  ByteOrder order() {
    return order;
  }
}
