package org.jumelles.formats.miniseed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.jumelles.kernel.outcome.Defect;

/// Samples of a fixed number of bytes each: numbers as they are, and the gain ranged encodings.
///
/// The header was checked: the payload holds all samples.
final class PlainPayload {
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  private PlainPayload() {}

  static List<Defect> ints(Record record, int[] into, int from) {
    MemorySegment in = record.file().segment();
    ByteOrder order = record.header().payload().order();
    long at = record.payloadAt();
    int count = record.sampleCount();
    switch (record.encoding()) {
      case INT16, DWWSSN -> int16(in.asSlice(at), order, into, from, count);
      case INT24 -> int24(in.asSlice(at), order, into, from, count);
      case INT32 -> MemorySegment.copy(in, INT.withOrder(order), at, into, from, count);
      case CDSN -> {
        int16(in.asSlice(at), order, into, from, count);
        GainRange.cdsn(into, from, count);
      }
      case SRO -> {
        int16(in.asSlice(at), order, into, from, count);
        int bad = GainRange.sro(into, from, count);
        if (bad >= 0) {
          throw record.malformed(
              record.header().payload().offset() + 2L * bad,
              "SRO gain range",
              "SEED 2.4, blockette 30, SRO",
              "a gain range above 10");
        }
      }
      default -> throw new AssertionError(record.encoding());
    }
    return List.of();
  }

  static void floats(Record record, float[] into, int from) {
    MemorySegment in = record.file().segment();
    ByteOrder order = record.header().payload().order();
    long at = record.payloadAt();
    int count = record.sampleCount();
    if (record.encoding() == Encoding.FLOAT32) {
      MemorySegment.copy(in, FLOAT.withOrder(order), at, into, from, count);
      return;
    }
    int[] raw = new int[count];
    switch (record.encoding()) {
      case GEOSCOPE24 -> {
        int24(in.asSlice(at), order, raw, 0, count);
        for (int i = 0; i < count; i++) {
          into[from + i] = raw[i];
        }
      }
      case GEOSCOPE16_3, GEOSCOPE16_4 -> {
        int16(in.asSlice(at), order, raw, 0, count);
        int mask = record.encoding() == Encoding.GEOSCOPE16_3 ? 7 : 15;
        GainRange.geoscope(raw, mask, into, from);
      }
      default -> throw new AssertionError(record.encoding());
    }
  }

  static void doubles(Record record, double[] into, int from) {
    MemorySegment.copy(
        record.file().segment(),
        DOUBLE.withOrder(record.header().payload().order()),
        record.payloadAt(),
        into,
        from,
        record.sampleCount());
  }

  private static void int16(MemorySegment in, ByteOrder order, int[] into, int from, int count) {
    boolean swapped = order != ByteOrder.nativeOrder();
    for (int i = 0; i < count; i++) {
      short value = in.get(SHORT, 2L * i);
      into[from + i] = swapped ? Short.reverseBytes(value) : value;
    }
  }

  private static void int24(MemorySegment in, ByteOrder order, int[] into, int from, int count) {
    int low = order == ByteOrder.BIG_ENDIAN ? 2 : 0;
    for (int i = 0; i < count; i++) {
      long at = 3L * i;
      into[from + i] =
          (in.get(ValueLayout.JAVA_BYTE, at + 2 - low) << 16)
              | ((in.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff) << 8)
              | (in.get(ValueLayout.JAVA_BYTE, at + low) & 0xff);
    }
  }
}
