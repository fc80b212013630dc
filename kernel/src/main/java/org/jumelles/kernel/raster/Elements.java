package org.jumelles.kernel.raster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Runs of stored numbers to arrays; one loop a type. Bounds are those of the segment.
final class Elements {
  /// Numbers that are taken at once: they stay in the first cache.
  private static final int CHUNK = 2048;

  private static final ValueLayout.OfByte B = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort S_LE = le(ValueLayout.JAVA_SHORT_UNALIGNED);
  private static final ValueLayout.OfShort S_BE =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt I_LE = le(ValueLayout.JAVA_INT_UNALIGNED);
  private static final ValueLayout.OfInt I_BE =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
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
    switch (type) {
      case U8, I8, U16, I16, I32, F32 -> {
        for (int done = 0; done < count; done += CHUNK) {
          int now = Math.min(CHUNK, count - done);
          chunk(from, at + (long) done * type.bytes(), type, order, into, first + done, now);
        }
      }
      case F64 ->
          MemorySegment.copy(
              from, order == ByteOrder.LITTLE_ENDIAN ? D_LE : D_BE, at, into, first, count);
      case U32, U64, I64 -> {
        for (int i = 0; i < count; i++) {
          into[first + i] = type.value(bits(from, at + (long) type.bytes() * i, type, order));
        }
      }
    }
  }

  /// By way of an array of the file's own type: what is left is a plain loop, quick before it is
  /// compiled, and soon compiled.
  private static void chunk(
      MemorySegment from,
      long at,
      ElementType type,
      ByteOrder order,
      double[] into,
      int first,
      int count) {
    boolean little = order == ByteOrder.LITTLE_ENDIAN;
    switch (type.bytes()) {
      case 1 -> {
        byte[] stored = new byte[count];
        MemorySegment.copy(from, B, at, stored, 0, count);
        widen(stored, type == ElementType.U8 ? 0xFF : -1, into, first);
      }
      case 2 -> {
        short[] stored = new short[count];
        MemorySegment.copy(from, little ? S_LE : S_BE, at, stored, 0, count);
        widen(stored, type == ElementType.U16 ? 0xFFFF : -1, into, first);
      }
      default -> {
        if (type == ElementType.F32) {
          float[] stored = new float[count];
          MemorySegment.copy(from, little ? F_LE : F_BE, at, stored, 0, count);
          widen(stored, into, first);
        } else {
          int[] stored = new int[count];
          MemorySegment.copy(from, little ? I_LE : I_BE, at, stored, 0, count);
          widen(stored, into, first);
        }
      }
    }
  }

  /// @param mask of the bits that are the number's: all of them keep the sign
  private static void widen(byte[] stored, int mask, double[] into, int first) {
    for (int i = 0; i < stored.length; i++) {
      into[first + i] = stored[i] & mask;
    }
  }

  private static void widen(short[] stored, int mask, double[] into, int first) {
    for (int i = 0; i < stored.length; i++) {
      into[first + i] = stored[i] & mask;
    }
  }

  private static void widen(int[] stored, double[] into, int first) {
    for (int i = 0; i < stored.length; i++) {
      into[first + i] = stored[i];
    }
  }

  private static void widen(float[] stored, double[] into, int first) {
    for (int i = 0; i < stored.length; i++) {
      into[first + i] = stored[i];
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
