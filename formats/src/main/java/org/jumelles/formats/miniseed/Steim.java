package org.jumelles.formats.miniseed;

/// The kernels of Steim-1 and Steim-2 [SEED 2.4, appendix B]: frames of sixteen words to integers.
///
/// A word comes in as the big-endian integer that it is in the standard. A frame's first word holds
/// sixteen codes of two bits, one for each word; the first frame's words 1 and 2 are the first and
/// the last sample. Each other word holds as many differences as its code says:
///
/// ```text
/// code          Steim-1          Steim-2, by the top two bits of the word: 00, 01, 10, 11
/// 0             nothing          nothing
/// 1             4 of 8 bits      4 of 8 bits (all the word)
/// 2             2 of 16 bits     -,  1 of 30,  2 of 15,  3 of 10
/// 3             1 of 32 bits     5 of 6,  6 of 5,  7 of 4,  -
/// ```
///
/// The methods are longer than others here: a word's cases stand in one switch, or the loop is not
/// compiled into one.
final class Steim {
  static final int FRAME_WORDS = 16;
  private static final int FIRST_SAMPLE = 1;
  private static final int LAST_SAMPLE = 2;
  private static final int FIRST_FRAME_DATA = 3;

  private Steim() {}

  /// The last sample as the encoder knew it.
  static int lastSample(int[] words) {
    return words[LAST_SAMPLE];
  }

  /// Decodes Steim-2.
  ///
  /// @param words whole frames, at least one
  /// @param count samples wanted, at least one
  /// @return samples found, at most `count`; or `-1 - word` where a word's code is impossible
  static int decode2(int[] words, int count, int[] into, int from) {
    int end = from + count;
    int fullEnd = end - 7;
    int last = beforeFirst(words, true);
    int o = from;
    for (int frame = 0; frame < words.length && o < end; frame += FRAME_WORDS) {
      int codes = words[frame] << (frame == 0 ? 2 * FIRST_FRAME_DATA : 2);
      int w = frame + (frame == 0 ? FIRST_FRAME_DATA : 1);
      for (; codes != 0; codes <<= 2, w++) {
        int word = words[w];
        int kind = ((codes >>> 30) << 2) | (word >>> 30);
        if (kind < 4) {
          continue;
        }
        if (o > fullEnd) {
          if (kind == 8 || kind == 15) {
            return -1 - w;
          }
          int n = o;
          o = partial2(word, kind, last, into, o, end);
          last = o > n ? into[o - 1] : last;
          continue;
        }
        switch (kind) {
          case 4, 5, 6, 7 -> {
            into[o] = last += word >> 24;
            into[o + 1] = last += word << 8 >> 24;
            into[o + 2] = last += word << 16 >> 24;
            into[o + 3] = last += word << 24 >> 24;
            o += 4;
          }
          case 9 -> into[o++] = last += word << 2 >> 2;
          case 10 -> {
            into[o] = last += word << 2 >> 17;
            into[o + 1] = last += word << 17 >> 17;
            o += 2;
          }
          case 11 -> {
            into[o] = last += word << 2 >> 22;
            into[o + 1] = last += word << 12 >> 22;
            into[o + 2] = last += word << 22 >> 22;
            o += 3;
          }
          case 12 -> {
            into[o] = last += word << 2 >> 26;
            into[o + 1] = last += word << 8 >> 26;
            into[o + 2] = last += word << 14 >> 26;
            into[o + 3] = last += word << 20 >> 26;
            into[o + 4] = last += word << 26 >> 26;
            o += 5;
          }
          case 13 -> {
            into[o] = last += word << 2 >> 27;
            into[o + 1] = last += word << 7 >> 27;
            into[o + 2] = last += word << 12 >> 27;
            into[o + 3] = last += word << 17 >> 27;
            into[o + 4] = last += word << 22 >> 27;
            into[o + 5] = last += word << 27 >> 27;
            o += 6;
          }
          case 14 -> {
            into[o] = last += word << 4 >> 28;
            into[o + 1] = last += word << 8 >> 28;
            into[o + 2] = last += word << 12 >> 28;
            into[o + 3] = last += word << 16 >> 28;
            into[o + 4] = last += word << 20 >> 28;
            into[o + 5] = last += word << 24 >> 28;
            into[o + 6] = last += word << 28 >> 28;
            o += 7;
          }
          default -> {
            return -1 - w;
          }
        }
      }
      if (frame == 0 && o == from) {
        into[o++] = words[FIRST_SAMPLE];
      }
    }
    return o - from;
  }

  /// Decodes Steim-1; parameters and result as for Steim-2, but no code is impossible.
  static int decode1(int[] words, int count, int[] into, int from) {
    int end = from + count;
    int fullEnd = end - 4;
    int last = beforeFirst(words, false);
    int o = from;
    for (int frame = 0; frame < words.length && o < end; frame += FRAME_WORDS) {
      int codes = words[frame] << (frame == 0 ? 2 * FIRST_FRAME_DATA : 2);
      int w = frame + (frame == 0 ? FIRST_FRAME_DATA : 1);
      for (; codes != 0; codes <<= 2, w++) {
        int word = words[w];
        int code = codes >>> 30;
        if (code == 0) {
          continue;
        }
        if (o > fullEnd) {
          int width = 32 >> (3 - code);
          int left = 32;
          while (left > 0 && o < end) {
            left -= width;
            into[o++] = last += difference(word, left, width);
          }
          continue;
        }
        switch (code) {
          case 1 -> {
            into[o] = last += word >> 24;
            into[o + 1] = last += word << 8 >> 24;
            into[o + 2] = last += word << 16 >> 24;
            into[o + 3] = last += word << 24 >> 24;
            o += 4;
          }
          case 2 -> {
            into[o] = last += word >> 16;
            into[o + 1] = last += word << 16 >> 16;
            o += 2;
          }
          default -> into[o++] = last += word;
        }
      }
      if (frame == 0 && o == from) {
        into[o++] = words[FIRST_SAMPLE];
      }
    }
    return o - from;
  }

  /// Some of a word's differences, where fewer samples than a word may hold are still wanted.
  private static int partial2(int word, int kind, int last, int[] into, int from, int end) {
    int width = width2(kind);
    int left = kind < 8 ? 32 : 30 / width * width;
    int o = from;
    int value = last;
    while (left > 0 && o < end) {
      left -= width;
      into[o++] = value += difference(word, left, width);
    }
    return o;
  }

  private static int width2(int kind) {
    return switch (kind) {
      case 9 -> 30;
      case 10 -> 15;
      case 11 -> 10;
      case 12 -> 6;
      case 13 -> 5;
      case 14 -> 4;
      default -> 8;
    };
  }

  private static int difference(int word, int right, int width) {
    return word << (32 - right - width) >> (32 - width);
  }

  /// What the sample before the first must have been for the first difference, which belongs to the
  /// record before and is not to be used, to lead to the first sample.
  private static int beforeFirst(int[] words, boolean two) {
    for (int w = FIRST_FRAME_DATA; w < FRAME_WORDS; w++) {
      int code = (words[0] >>> (30 - 2 * w)) & 3;
      int word = words[w];
      if (code != 0) {
        int width = two ? width2((code << 2) | (word >>> 30)) : 32 >> (3 - code);
        int used = !two || code == 1 ? 32 : 30 / width * width;
        return words[FIRST_SAMPLE] - difference(word, used - width, width);
      }
    }
    return words[FIRST_SAMPLE];
  }
}
