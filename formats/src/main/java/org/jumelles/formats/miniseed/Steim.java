package org.jumelles.formats.miniseed;

/// The kernel of Steim-1 and Steim-2 [SEED 2.4, appendix B]: frames of sixteen words to integers.
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
/// In a seismogram the next word's layout cannot be guessed, and a processor that guesses wrong
/// loses more time than seven differences take. So no branch hangs on the layout: seven are cut
/// from every word, and the next word writes over those that were none. The sum is a pass of its
/// own.
final class Steim {
  static final int FRAME_WORDS = 16;
  private static final int FIRST_SAMPLE = 1;
  private static final int LAST_SAMPLE = 2;
  private static final int FIRST_FRAME_DATA = 3;

  /// The most differences that a word holds.
  private static final int MOST_1 = 4;

  private static final int MOST_2 = 7;

  /// By a word's code and its own top two bits: bits 0-4 the width of a difference (32 as 0), bits
  /// 5-9 the unused bits at the top, bits 10-12 how many differences; negative where impossible.
  private static final int[] LAYOUTS_1 = new int[16];

  private static final int[] LAYOUTS_2 = new int[16];

  static {
    for (int top = 0; top < 4; top++) {
      LAYOUTS_1[4 + top] = layout(4, 8);
      LAYOUTS_1[8 + top] = layout(2, 16);
      LAYOUTS_1[12 + top] = layout(1, 32);
      LAYOUTS_2[4 + top] = layout(4, 8);
    }
    LAYOUTS_2[8] = -1;
    LAYOUTS_2[9] = layout(1, 30);
    LAYOUTS_2[10] = layout(2, 15);
    LAYOUTS_2[11] = layout(3, 10);
    LAYOUTS_2[12] = layout(5, 6);
    LAYOUTS_2[13] = layout(6, 5);
    LAYOUTS_2[14] = layout(7, 4);
    LAYOUTS_2[15] = -1;
  }

  private Steim() {}

  private static int layout(int count, int width) {
    return count << 10 | (32 - count * width) << 5 | (width & 31);
  }

  /// The last sample as the encoder knew it.
  static int lastSample(int[] words) {
    return words[LAST_SAMPLE];
  }

  /// Decodes Steim-1; parameters and result as for Steim-2, but no code is impossible.
  static int decode1(int[] words, int count, int[] into, int from) {
    return decode(words, false, count, into, from);
  }

  /// Decodes Steim-2.
  ///
  /// @param words whole frames, at least one
  /// @param count samples wanted, at least one
  /// @return samples found, at most `count`; or `-1 - word` where a word's code is impossible
  static int decode2(int[] words, int count, int[] into, int from) {
    return decode(words, true, count, into, from);
  }

  private static int decode(int[] words, boolean two, int count, int[] into, int from) {
    int found = differences(words, two, count, into, from);
    if (found > 0) {
      into[from] = words[FIRST_SAMPLE];
      sum(into, from, found);
    }
    return found;
  }

  /// The first of the differences belongs to the record before and says nothing here.
  private static int differences(int[] words, boolean two, int count, int[] into, int from) {
    int[] layouts = two ? LAYOUTS_2 : LAYOUTS_1;
    int end = from + count;
    int lastWhole = end - (two ? MOST_2 : MOST_1);
    int o = from;
    for (int frame = 0; frame < words.length && o < end; frame += FRAME_WORDS) {
      int codes = words[frame] << (frame == 0 ? 2 * FIRST_FRAME_DATA : 2);
      int w = frame + (frame == 0 ? FIRST_FRAME_DATA : 1);
      for (; codes != 0; codes <<= 2, w++) {
        int word = words[w];
        int layout = layouts[(codes >>> 30) << 2 | word >>> 30];
        if (o > lastWhole) {
          break;
        }
        if (layout < 0) {
          return -1 - w;
        }
        int bits = word << (layout >> 5);
        into[o] = bits >> -layout;
        into[o + 1] = (bits <<= layout) >> -layout;
        into[o + 2] = (bits <<= layout) >> -layout;
        into[o + 3] = (bits <<= layout) >> -layout;
        if (two) {
          into[o + 4] = (bits <<= layout) >> -layout;
          into[o + 5] = (bits <<= layout) >> -layout;
          into[o + 6] = (bits << layout) >> -layout;
        }
        o += layout >> 10;
      }
      for (; codes != 0 && o < end; codes <<= 2, w++) {
        int layout = layouts[(codes >>> 30) << 2 | words[w] >>> 30];
        if (layout < 0) {
          return -1 - w;
        }
        int bits = words[w] << (layout >> 5);
        for (int n = layout >> 10; n > 0 && o < end; n--, bits <<= layout) {
          into[o++] = bits >> -layout;
        }
      }
      if (frame == 0 && o == from) {
        o++;
      }
    }
    return o - from;
  }

  private static void sum(int[] into, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      into[i] = value += into[i];
    }
  }
}
