package org.jumelles.formats.eps;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;

/// Writes products: the main header, pointers to the first record of each kind, then records.
public final class ProductWriter {
  static final int POINTER_LENGTH = 27;

  private ProductWriter() {}

  /// What a pointer points at.
  record Kind(int recordClass, int group, int subclass) {
    static Kind of(RecordHeader header) {
      return new Kind(header.recordClass(), header.instrumentGroup(), header.subclass());
    }
  }

  /// Writes what comes before the records of measurements (MDR), with pointers to the first record
  /// of each kind of global record and to the first measurement.
  ///
  /// @param header its counts and sizes are set here
  /// @param globals whole records, in their order
  /// @param measurements how many measurement records will follow
  /// @param first the header that the first of them will have
  public static void start(
      OutputStream out,
      MainProductHeader header,
      List<byte[]> globals,
      int measurements,
      RecordHeader first)
      throws IOException {
    int pointers = globals.size() + (measurements > 0 ? 1 : 0);
    List<byte[]> pointerRecords = new ArrayList<>();
    byte[] mainRecord = header.record(first.start(), first.stop());
    long at = mainRecord.length + (long) pointers * POINTER_LENGTH;
    for (byte[] global : globals) {
      RecordHeader globalHeader = RecordHeader.read(Bytes.of("record", global), 0);
      pointerRecords.add(pointer(Kind.of(globalHeader), at, first.start(), first.stop()));
      at += global.length;
    }
    if (measurements > 0) {
      pointerRecords.add(pointer(Kind.of(first), at, first.start(), first.stop()));
    }
    long size = at + measurements * first.size();
    MainProductHeader counted =
        header
            .with("ACTUAL_PRODUCT_SIZE", size)
            .with("TOTAL_RECORDS", 1L + pointers + globals.size() + measurements)
            .with("TOTAL_MPHR", 1)
            .with("TOTAL_IPR", pointers)
            .with("TOTAL_GIADR", globals.size())
            .with("TOTAL_MDR", measurements);
    out.write(counted.record(first.start(), first.stop()));
    for (byte[] pointer : pointerRecords) {
      out.write(pointer);
    }
    for (byte[] global : globals) {
      out.write(global);
    }
  }

  private static byte[] pointer(Kind target, long at, ShortCdsTime start, ShortCdsTime stop) {
    return RecordWriter.of(RecordHeader.IPR, 0, 0, 1)
        .set("TARGET_RECORD_CLASS", 0, target.recordClass())
        .set("TARGET_INSTRUMENT_GROUP", 0, target.group())
        .set("TARGET_RECORD_SUBCLASS", 0, target.subclass())
        .set("TARGET_RECORD_OFFSET", 0, at)
        .record(start, stop);
  }
}
