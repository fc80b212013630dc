package org.jumelles.kernel.raster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Runs of stored numbers to arrays; one loop a type. Bounds are those of the segment.
final class Elements {
  private static final ValueLayout.OfByte B = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort S_LE = le(ValueLayout.JAVA_SHORT_UNALIGNED);
  private static final ValueLayout.OfInt I_LE = le(ValueLayout.JAVA_INT_UNALIGNED);
  private static final ValueLayout.OfLong L_LE = le(ValueLayout.JAVA_LONG_UNALIGNED);
  private static final ValueLayout.OfFloat F_LE = le(ValueLayout.JAVA_FLOAT_UNALIGNED);
  private static final ValueLayout.OfFloat F_BE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfDouble D_LE = le(ValueLayout.JAVA_DOUBLE_UNALIGNED);
  private static final ValueLayout.OfDouble D_BE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private Elements() {}

  /// `count` floats that are stored one after the other.
  static void floats(
      MemorySegment from, long at, ByteOrder order, float[] into, int first, int count) {
    MemorySegment.copy(
        from, order == ByteOrder.LITTLE_ENDIAN ? F_LE : F_BE, at, into, first, count);
  }

  /// `count` numbers of any type that are stored one after the other.
  static void doubles(
      MemorySegment from,
      long at,
      ElementType type,
      ByteOrder order,
      double[] into,
      int first,
      int count) {
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    switch (type) {
      case U8 -> {
        for (int i = 0; i < count; i++) {
          into[first + i] = from.get(B, at + i) & 0xFF;
        }
      }
      case I8 -> {
        for (int i = 0; i < count; i++) {
          into[first + i] = from.get(B, at + i);
        }
      }
      case U16 -> {
        for (int i = 0; i < count; i++) {
          short s = from.get(S_LE, at + 2L * i);
          into[first + i] = (little ? s : Short.reverseBytes(s)) & 0xFFFF;
        }
      }
      case I16 -> {
        for (int i = 0; i < count; i++) {
          short s = from.get(S_LE, at + 2L * i);
          into[first + i] = little ? s : Short.reverseBytes(s);
        }
      }
      case I32 -> {
        for (int i = 0; i < count; i++) {
          int n = from.get(I_LE, at + 4L * i);
          into[first + i] = little ? n : Integer.reverseBytes(n);
        }
      }
      case F32 -> {
        for (int i = 0; i < count; i++) {
          int n = from.get(I_LE, at + 4L * i);
          into[first + i] = Float.intBitsToFloat(little ? n : Integer.reverseBytes(n));
        }
      }
      case F64 -> MemorySegment.copy(from, little ? D_LE : D_BE, at, into, first, count);
      case U32, U64, I64 -> {
        for (int i = 0; i < count; i++) {
          into[first + i] = type.value(bits(from, at + (long) type.bytes() * i, type, order));
        }
      }
    }
  }

  /// The bits of one number, in the low end.
  static long bits(MemorySegment from, long at, ElementType type, ByteOrder order) {
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    return switch (type.bytes()) {
      case 1 -> from.get(B, at) & 0xFFL;
      case 2 -> {
        short s = from.get(S_LE, at);
        yield (little ? s : Short.reverseBytes(s)) & 0xFFFFL;
      }
      case 4 -> {
        int n = from.get(I_LE, at);
        yield (little ? n : Integer.reverseBytes(n)) & 0xFFFF_FFFFL;
      }
      default -> {
        long n = from.get(L_LE, at);
        yield little ? n : Long.reverseBytes(n);
      }
    };
  }

  static void putFloats(
      float[] from, int first, MemorySegment to, long at, ByteOrder order, int count) {
    MemorySegment.copy(from, first, to, order == ByteOrder.LITTLE_ENDIAN ? F_LE : F_BE, at, count);
  }

  static void putBits(MemorySegment to, long at, ElementType type, ByteOrder order, long bits) {
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    switch (type.bytes()) {
      case 1 -> to.set(B, at, (byte) bits);
      case 2 -> to.set(S_LE, at, little ? (short) bits : Short.reverseBytes((short) bits));
      case 4 -> to.set(I_LE, at, little ? (int) bits : Integer.reverseBytes((int) bits));
      default -> to.set(L_LE, at, little ? bits : Long.reverseBytes(bits));
    }
  }

  private static ValueLayout.OfShort le(ValueLayout.OfShort layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueLayout.OfInt le(ValueLayout.OfInt layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueLayout.OfLong le(ValueLayout.OfLong layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueLayout.OfFloat le(ValueLayout.OfFloat layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueLayout.OfDouble le(ValueLayout.OfDouble layout) {
    return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
  }
}
