package org.jumelles.formats.miniseed;

/// The fixed section of a miniSEED 3 record; all fields little-endian [FDSN miniSEED 3, "Fixed
/// section"].
///
/// ```text
/// offset type    field
///  0  char[2]  record indicator, "MS"
///  2  u8       format version, 3
///  3  u8       flags
///  4  u32      start: nanosecond
///  8  u16      start: year
/// 10  u16      start: day of the year
/// 12  u8       start: hour
/// 13  u8       start: minute
/// 14  u8       start: second
/// 15  u8       payload encoding
/// 16  f64      sample rate in Hz, or minus the sample period in s
/// 24  u32      number of samples
/// 28  u32      CRC-32C of the record with this field zeroed
/// 32  u8       publication version
/// 33  u8       length of the source identifier
/// 34  u16      length of the extra headers
/// 36  u32      length of the payload
/// 40  char[]   source identifier, then extra headers (JSON), then payload
/// ```
final class Layout3 {
  static final int FIXED_LENGTH = 40;
  static final int VERSION = 2;
  static final int FLAGS = 3;
  static final int NANOSECOND = 4;
  static final int YEAR = 8;
  static final int DAY = 10;
  static final int HOUR = 12;
  static final int MINUTE = 13;
  static final int SECOND = 14;
  static final int ENCODING = 15;
  static final int RATE = 16;
  static final int SAMPLES = 24;
  static final int CRC = 28;
  static final int PUBLICATION = 32;
  static final int ID_LENGTH = 33;
  static final int EXTRA_LENGTH = 34;
  static final int PAYLOAD_LENGTH = 36;

  private Layout3() {}
}
