package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kernels against their plain twin, over frames of random words.
class SteimTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 15, 16, 17, 50, 51, 52, 90, 100, 1000})
  void kernelsAgreeWithTheirTwin(int count) {
    Random random = new Random(count);
    for (int round = 0; round < 200; round++) {
      int[] words = frames(random, 1 + random.nextInt(12));
      check(words, count, true);
      check(words, count, false);
    }
  }

  @Test
  void anImpossibleCodeIsTold() {
    int[] words = new int[16];
    words[0] = 2 << (30 - 2 * 5);
    assertThat(Steim.decode2(words, 3, new int[3], 0)).isEqualTo(-1 - 5);
    words[0] = 3 << (30 - 2 * 5);
    words[5] = 3 << 30;
    assertThat(Steim.decode2(words, 3, new int[3], 0)).isEqualTo(-1 - 5);
    assertThat(Steim.decode2(words, 30, new int[30], 0)).isEqualTo(-1 - 5);
  }

  @Test
  void aFrameWithoutDifferencesHoldsItsFirstSample() {
    int[] words = new int[32];
    words[1] = 42;
    words[16] = 1 << 28;
    words[17] = 0x01020304;
    int[] into = new int[5];
    assertThat(Steim.decode2(words, 5, into, 0)).isEqualTo(5);
    assertThat(into).containsExactly(42, 43, 45, 48, 52);
    assertThat(Steim.decode1(words, 5, into, 0)).isEqualTo(5);
    assertThat(into).containsExactly(42, 43, 45, 48, 52);
  }

  private static void check(int[] words, int count, boolean two) {
    int[] expected = PlainSteim.decode(words, count, two);
    int[] into = new int[count + 2];
    int found = two ? Steim.decode2(words, count, into, 1) : Steim.decode1(words, count, into, 1);
    assertThat(found).isEqualTo(expected.length);
    assertThat(Arrays.copyOfRange(into, 1, 1 + found)).isEqualTo(expected);
    assertThat(into[0]).isZero();
    assertThat(into[count + 1]).isZero();
  }

  private static int[] frames(Random random, int frames) {
    int[] words = random.ints(frames * 16L).toArray();
    for (int w = 0; w < words.length; w++) {
      int code = (words[w - w % 16] >>> (30 - 2 * (w % 16))) & 3;
      boolean impossible =
          w % 16 > 0
              && ((code == 2 && words[w] >>> 30 == 0) || (code == 3 && words[w] >>> 30 == 3));
      if (impossible) {
        words[w] ^= 1 << 30;
      }
    }
    return words;
  }
}
