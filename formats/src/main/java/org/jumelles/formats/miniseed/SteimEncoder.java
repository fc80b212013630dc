package org.jumelles.formats.miniseed;

/// Integers to frames of Steim-1 and Steim-2; what a word holds is drawn at [Steim].
///
/// Greedy: each word takes as many of the next differences as fit any of its forms.
final class SteimEncoder {
  /// Forms of Steim-2 from most to fewest: how many, how wide, the frame's code, the word's code.
  private static final int[][] FORMS_2 = {
    {7, 4, 3, 2},
    {6, 5, 3, 1},
    {5, 6, 3, 0},
    {4, 8, 1, -1},
    {3, 10, 2, 3},
    {2, 15, 2, 2},
    {1, 30, 2, 1}
  };

  private static final int[][] FORMS_1 = {{4, 8, 1, -1}, {2, 16, 2, -1}, {1, 32, 3, -1}};
  private static final int FRAME = Steim.FRAME_WORDS;

  private SteimEncoder() {}

  /// @throws IllegalArgumentException where a difference is too wide, before anything is written
  static void check(int[] samples, Encoding encoding) {
    int bits = encoding == Encoding.STEIM2 ? 30 : 32;
    long limit = 1L << (bits - 1);
    for (int i = 1; i < samples.length; i++) {
      long difference = (long) samples[i] - samples[i - 1];
      if (difference < -limit || difference >= limit) {
        throw new IllegalArgumentException(
            "samples %d and %d differ by %d, more than %s can hold in %d bits: write INT32%s"
                .formatted(
                    i - 1,
                    i,
                    difference,
                    encoding,
                    bits,
                    encoding == Encoding.STEIM2 ? " or STEIM1" : ""));
      }
    }
  }

  /// Fills frames from sample `from` up to `end`, or until they are full.
  ///
  /// @param words whole frames, all zero
  /// @return how many samples they hold
  static int encode(int[] samples, int from, int end, Encoding encoding, int[] words) {
    int[][] forms = encoding == Encoding.STEIM2 ? FORMS_2 : FORMS_1;
    int at = from;
    for (int w = 3; w < words.length && at < end; w++) {
      int inFrame = w % FRAME;
      if (inFrame == 0) {
        continue;
      }
      int[] form = form(samples, at, end, forms);
      int word = form[3] < 0 ? 0 : form[3] << 30;
      int width = form[1];
      for (int i = 0; i < form[0]; i++) {
        int bits = difference(samples, at + i) & (int) (0xffffffffL >>> (32 - width));
        word |= bits << (width * (form[0] - 1 - i));
      }
      words[w] = word;
      words[w - inFrame] |= form[2] << (30 - 2 * inFrame);
      at += form[0];
    }
    words[1] = samples[from];
    words[2] = samples[at - 1];
    return at - from;
  }

  private static int[] form(int[] samples, int at, int end, int[][] forms) {
    for (int[] form : forms) {
      if (fits(samples, at, end, form[0], form[1])) {
        return form;
      }
    }
    throw new AssertionError("a difference that was not checked, at sample " + at);
  }

  private static boolean fits(int[] samples, int at, int end, int count, int width) {
    if (at + count > end) {
      return false;
    }
    for (int i = at; i < at + count; i++) {
      int difference = difference(samples, i);
      if (difference << (32 - width) >> (32 - width) != difference) {
        return false;
      }
    }
    return true;
  }

  private static int difference(int[] samples, int i) {
    return i == 0 ? 0 : samples[i] - samples[i - 1];
  }
}
