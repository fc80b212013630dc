package org.jumelles.kernel.raster;

/// What one stored number is: two's complement integers, or IEEE 754.
public enum ElementType {
  U8("uint8", 1, 0, 0xFF),
  I8("int8", 1, Byte.MIN_VALUE, Byte.MAX_VALUE),
  U16("uint16", 2, 0, 0xFFFF),
  I16("int16", 2, Short.MIN_VALUE, Short.MAX_VALUE),
  U32("uint32", 4, 0, 0xFFFF_FFFFL),
  I32("int32", 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
  U64("uint64", 8, 0, 0x1p64),
  I64("int64", 8, Long.MIN_VALUE, 0x1p63),
  F32("float32", 4, -Float.MAX_VALUE, Float.MAX_VALUE),
  F64("float64", 8, -Double.MAX_VALUE, Double.MAX_VALUE);

  private final String word;
  private final int bytes;
  private final double least;
  private final double most;

  ElementType(String word, int bytes, double least, double most) {
    this.word = word;
    this.bytes = bytes;
    this.least = least;
    this.most = most;
  }

  public String word() {
    return word;
  }

  public int bytes() {
    return bytes;
  }

  public boolean isInteger() {
    return this != F32 && this != F64;
  }

  /// Whether the type holds this number exactly; NaN where it is a float.
  public boolean holds(double value) {
    return switch (this) {
      case F64 -> true;
      case F32 -> Double.isNaN(value) || (float) value == value;
      case U64, I64 -> value >= least && value < most && value == Math.rint(value);
      default -> value >= least && value <= most && value == Math.rint(value);
    };
  }

  /// The number that these bits are; the bits stand in the low end.
  public double value(long bits) {
    return switch (this) {
      case U8 -> bits & 0xFF;
      case I8 -> (byte) bits;
      case U16 -> bits & 0xFFFF;
      case I16 -> (short) bits;
      case U32 -> bits & 0xFFFF_FFFFL;
      case I32 -> (int) bits;
      case U64 -> bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
      case I64 -> bits;
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
    };
  }

  /// The bits of a number that the type holds; see [#holds]. NaN is always the same one: which a
  /// processor makes depends on how far the code is compiled.
  public long bits(double value) {
    return switch (this) {
      case F32 -> Float.floatToIntBits((float) value) & 0xFFFF_FFFFL;
      case F64 -> Double.doubleToLongBits(value);
      case U64 -> value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
      default -> (long) value & (bytes == 8 ? -1L : (1L << (8 * bytes)) - 1);
    };
  }
}
