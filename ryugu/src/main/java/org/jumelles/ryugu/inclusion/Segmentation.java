package org.jumelles.ryugu.inclusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Parts of a map that hang together by an edge or a corner and lie within bounds.
///
/// @param labels of each pixel from 1, in the order in which the parts are first met; 0 for none
/// @param parts one a label
/// @param small parts that were left out for their size
/// @param noData pixels that hold no number: they are in no part
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Segmentation(int[] labels, List<Part> parts, int small, int noData) {

  /// @param label from 1
  /// @param line of the centroid, from zero; so sample
  public record Part(
      int label,
      int pixels,
      double line,
      double sample,
      int firstLine,
      int lastLine,
      int firstSample,
      int lastSample) {}

  public Segmentation {
    parts = List.copyOf(parts);
  }

  /// @param map line after line
  /// @param low the least value that is inside
  /// @param high the greatest
  /// @param leastPixels smaller parts are left out, and counted
  public static Segmentation of(
      double[] map, int samples, double low, double high, int leastPixels) {
    if (samples < 1 || map.length % samples != 0) {
      throw new IllegalArgumentException(map.length + " pixels in lines of " + samples);
    }
    if (!(low <= high)) {
      throw new IllegalArgumentException("nothing lies from " + low + " to " + high);
    }
    int[] parent = new int[map.length];
    int none = 0;
    for (int i = 0; i < map.length; i++) {
      none += Double.isNaN(map[i]) ? 1 : 0;
      parent[i] = map[i] >= low && map[i] <= high ? i : -1;
      if (parent[i] >= 0) {
        joinBefore(parent, i, samples);
      }
    }
    int[] sizes = new int[map.length];
    for (int i = 0; i < map.length; i++) {
      if (parent[i] >= 0) {
        sizes[root(parent, i)]++;
      }
    }
    return labelled(parent, sizes, samples, leastPixels, none);
  }

  /// The four neighbours that come before a pixel.
  private static void joinBefore(int[] parent, int i, int samples) {
    int sample = i % samples;
    if (sample > 0) {
      join(parent, i, i - 1);
    }
    if (i >= samples) {
      join(parent, i, i - samples);
      if (sample > 0) {
        join(parent, i, i - samples - 1);
      }
      if (sample + 1 < samples) {
        join(parent, i, i - samples + 1);
      }
    }
  }

  private static void join(int[] parent, int i, int other) {
    if (parent[other] >= 0) {
      int a = root(parent, i);
      int b = root(parent, other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static Segmentation labelled(
      int[] parent, int[] sizes, int samples, int leastPixels, int none) {
    int[] labels = new int[parent.length];
    List<long[]> sums = new ArrayList<>();
    int small = 0;
    for (int i = 0; i < parent.length; i++) {
      if (parent[i] < 0) {
        continue;
      }
      int root = root(parent, i);
      if (sizes[root] < leastPixels) {
        small += root == i ? 1 : 0;
        continue;
      }
      int line = i / samples;
      int sample = i % samples;
      if (root == i) {
        sums.add(new long[] {0, 0, 0, line, line, sample, sample});
        labels[i] = sums.size();
      } else {
        labels[i] = labels[root];
      }
      add(sums.get(labels[i] - 1), line, sample);
    }
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < sums.size(); k++) {
      long[] s = sums.get(k);
      parts.add(
          new Part(
              k + 1,
              (int) s[0],
              (double) s[1] / s[0],
              (double) s[2] / s[0],
              (int) s[3],
              (int) s[4],
              (int) s[5],
              (int) s[6]));
    }
    return new Segmentation(labels, parts, small, none);
  }

  private static void add(long[] s, int line, int sample) {
    s[0]++;
    s[1] += line;
    s[2] += sample;
    s[4] = line;
    s[5] = Math.min(s[5], sample);
    s[6] = Math.max(s[6], sample);
  }

  /// Labels of a stretch of pixels.
  int[] labels(long firstPixel, int count) {
    return Arrays.copyOfRange(labels, (int) firstPixel, (int) firstPixel + count);
  }
}
