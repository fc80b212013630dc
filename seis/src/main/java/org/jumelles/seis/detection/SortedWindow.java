package org.jumelles.seis.detection;

import java.util.Arrays;

/// The values of a sliding window in ascending order: insertion and removal move at most its
/// length.
final class SortedWindow {
  private double[] sorted;
  private int size;

  SortedWindow(int capacity) {
    sorted = new double[Math.max(1, capacity)];
  }

  int size() {
    return size;
  }

  void insert(double value) {
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * size);
    }
    int at = place(value);
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = value;
    size++;
  }

  /// A value that was inserted before.
  void remove(double value) {
    int at = Arrays.binarySearch(sorted, 0, size, value);
    if (at < 0) {
      throw new AssertionError(value + " is not in the window");
    }
    System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
    size--;
  }

  /// The value of rank `quantile (size - 1)`, rounded; NaN of an empty window.
  double quantile(double quantile) {
    return size == 0 ? Double.NaN : sorted[(int) Math.round(quantile * (size - 1))];
  }

  private int place(double value) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    return found >= 0 ? found : -found - 1;
  }
}
