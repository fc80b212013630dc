package org.jumelles.formats.miniseed;

import java.util.ArrayList;
import java.util.List;

/// The slow, plain twin of the Steim kernels: differences into a list, then summed.
final class PlainSteim {
  private PlainSteim() {}

  static int[] decode(int[] words, int count, boolean two) {
    List<Integer> samples = new ArrayList<>();
    for (int frame = 0; frame < words.length / 16 && samples.size() < count; frame++) {
      List<Integer> differences = new ArrayList<>();
      for (int w = frame == 0 ? 3 : 1; w < 16; w++) {
        int code = (words[16 * frame] >>> (30 - 2 * w)) & 3;
        add(differences, code, words[16 * frame + w], two);
      }
      if (frame == 0) {
        samples.add(words[1]);
        differences = differences.subList(Math.min(1, differences.size()), differences.size());
      }
      for (int difference : differences) {
        samples.add(samples.getLast() + difference);
      }
    }
    return samples.stream().limit(count).mapToInt(Integer::intValue).toArray();
  }

  private static void add(List<Integer> differences, int code, int word, boolean two) {
    if (code == 0) {
      return;
    }
    if (code == 1) {
      split(differences, word, 4, 8);
    } else if (!two) {
      split(differences, word, code == 2 ? 2 : 1, code == 2 ? 16 : 32);
    } else {
      int top = word >>> 30;
      int[][] forms =
          code == 2
              ? new int[][] {{}, {1, 30}, {2, 15}, {3, 10}}
              : new int[][] {{5, 6}, {6, 5}, {7, 4}, {}};
      split(differences, word, forms[top][0], forms[top][1]);
    }
  }

  private static void split(List<Integer> differences, int word, int count, int width) {
    for (int i = count - 1; i >= 0; i--) {
      differences.add((int) ((long) word >> (i * width) << (64 - width) >> (64 - width)));
    }
  }
}
