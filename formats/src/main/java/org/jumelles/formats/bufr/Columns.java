package org.jumelles.formats.bufr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Elements in order, each with one integer for all subsets or one a subset.
final class Columns {
  private static final int SAME = -1;

  private Element[] elements = new Element[64];
  private long[] bases = new long[64];
  private int[] starts = new int[64];
  private int count;
  private long[] pool = new long[256];
  private int pooled;
  private final List<String> texts = new ArrayList<>();

  int count() {
    return count;
  }

  /// Numbers that are kept so far, for the bound of memory.
  long kept() {
    return (long) count + pooled;
  }

  void addSame(Element element, long integer) {
    add(element, integer, SAME);
  }

  void addText(Element element, String text) {
    texts.add(text);
    addSame(element, texts.size() - 1L);
  }

  /// Makes room for one integer a subset.
  ///
  /// @return where they go in [#pool]
  int addEach(Element element, int subsets) {
    if (pooled + subsets > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(pool.length * 2, pooled + subsets));
    }
    add(element, 0, pooled);
    pooled += subsets;
    return pooled - subsets;
  }

  int keepText(String text) {
    texts.add(text);
    return texts.size() - 1;
  }

  long[] pool() {
    return pool;
  }

  Element element(int index) {
    return elements[index];
  }

  long integer(int index, int subset) {
    return starts[index] == SAME ? bases[index] : pool[starts[index] + subset];
  }

  String text(int index, int subset) {
    return texts.get((int) integer(index, subset));
  }

  private void add(Element element, long base, int start) {
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, count * 2);
      bases = Arrays.copyOf(bases, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    elements[count] = element;
    bases[count] = base;
    starts[count++] = start;
  }
}
