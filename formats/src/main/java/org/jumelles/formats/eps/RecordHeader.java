package org.jumelles.formats.eps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jumelles.kernel.bytes.Bytes;

/// The generic record header that begins each record [EPS GPFS §3.2.1].
///
/// ```text
/// offset type    field
///  0     u8      RECORD_CLASS: 1 MPHR 2 SPHR 3 IPR 4 GEADR 5 GIADR 6 VEADR 7 VIADR 8 MDR
///  1     u8      INSTRUMENT_GROUP: 8 IASI Level 1, 15 IASI Level 2, 13 dummy
///  2     u8      RECORD_SUBCLASS
///  3     u8      RECORD_SUBCLASS_VERSION
///  4     u32     RECORD_SIZE in bytes, this header included
///  8     cds     RECORD_START_TIME
/// 14     cds     RECORD_STOP_TIME
/// ```
///
/// @param size bytes, this header included
public record RecordHeader(
    int recordClass,
    int instrumentGroup,
    int subclass,
    int version,
    long size,
    ShortCdsTime start,
    ShortCdsTime stop) {
  public static final int LENGTH = 20;
  public static final int MPHR = 1;
  public static final int IPR = 3;
  public static final int GIADR = 5;
  public static final int MDR = 8;

  /// The instrument group of a record that stands for missing data.
  public static final int DUMMY_GROUP = 13;

  static final int SIZE = 4;
  static final int START = 8;
  static final int STOP = 14;

  private static final String[] CLASSES = {
    "", "MPHR", "SPHR", "IPR", "GEADR", "GIADR", "VEADR", "VIADR", "MDR"
  };

  static RecordHeader read(Bytes bytes, long at) {
    RecordHeader header =
        new RecordHeader(
            bytes.u8(at, "RECORD_CLASS"),
            bytes.u8(at + 1, "INSTRUMENT_GROUP"),
            bytes.u8(at + 2, "RECORD_SUBCLASS"),
            bytes.u8(at + 3, "RECORD_SUBCLASS_VERSION"),
            bytes.u32(at + SIZE, ByteOrder.BIG_ENDIAN, "RECORD_SIZE"),
            time(bytes, at + START, "RECORD_START_TIME"),
            time(bytes, at + STOP, "RECORD_STOP_TIME"));
    if (header.recordClass < 1 || header.recordClass >= CLASSES.length) {
      throw bytes.malformed(
          at, "RECORD_CLASS", "1 to 8 [EPS GPFS §3.2.1]", "class " + header.recordClass);
    }
    if (header.size < LENGTH || header.size > bytes.size() - at) {
      throw bytes.malformed(
          at + SIZE,
          header.name() + " RECORD_SIZE",
          "20 bytes or more, and within the file",
          header.size + " bytes, " + (bytes.size() - at) + " left");
    }
    return header;
  }

  void write(byte[] to, int at) {
    ByteBuffer buffer = ByteBuffer.wrap(to, at, LENGTH);
    buffer.put((byte) recordClass).put((byte) instrumentGroup);
    buffer.put((byte) subclass).put((byte) version).putInt((int) size);
    buffer.putShort((short) start.day()).putInt((int) start.milliseconds());
    buffer.putShort((short) stop.day()).putInt((int) stop.milliseconds());
  }

  static ShortCdsTime time(Bytes bytes, long at, String field) {
    return new ShortCdsTime(
        bytes.u16(at, ByteOrder.BIG_ENDIAN, field), bytes.u32(at + 2, ByteOrder.BIG_ENDIAN, field));
  }

  public boolean isDummy() {
    return recordClass == MDR && instrumentGroup == DUMMY_GROUP;
  }

  /// Such as `MDR 8.2 v5`: class, instrument group, subclass and its version.
  public String name() {
    String word =
        recordClass > 0 && recordClass < CLASSES.length ? CLASSES[recordClass] : "" + recordClass;
    return word + " " + instrumentGroup + "." + subclass + " v" + version;
  }
}
