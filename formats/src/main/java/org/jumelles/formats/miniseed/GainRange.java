package org.jumelles.formats.miniseed;

/// Sixteen bits of mantissa and gain, as digitisers of the 1970s to 1990s wrote them.
final class GainRange {
  private static final int[] CDSN_SHIFT = {0, 2, 4, 7};
  private static final int CDSN_BIAS = 0x1fff;
  private static final int SRO_EXPONENT = 10;
  private static final int GEOSCOPE_BIAS = 2048;

  private GainRange() {}

  /// sample = (B - 8191) 2^G with B in the low 14 bits and G = 0, 2, 4, 7 by the high two.
  static void cdsn(int[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      int bits = values[i];
      values[i] = ((bits & 0x3fff) - CDSN_BIAS) << CDSN_SHIFT[(bits >>> 14) & 3];
    }
  }

  /// sample = M 2^(10 - G) with M, signed, in the low 12 bits and G in the high four.
  ///
  /// @return the index of a sample whose G is above 10, or -1
  static int sro(int[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      int bits = values[i];
      int exponent = SRO_EXPONENT - ((bits >>> 12) & 15);
      if (exponent < 0) {
        return i - from;
      }
      values[i] = (bits << 20 >> 20) << exponent;
    }
    return -1;
  }

  /// sample = (M - 2048) / 2^G with M in the low 12 bits and G, of three or four bits, above.
  static void geoscope(int[] bits, int gainMask, float[] into, int from) {
    for (int i = 0; i < bits.length; i++) {
      int gain = (bits[i] >>> 12) & gainMask;
      into[from + i] = (float) ((bits[i] & 0xfff) - GEOSCOPE_BIAS) / (1 << gain);
    }
  }
}
