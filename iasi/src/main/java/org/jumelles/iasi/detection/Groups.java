package org.jumelles.iasi.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts pixels that touch together: those whose rows and columns of the scan differ by no more than
/// two.
final class Groups {
  private static final boolean[] IS_RIGHT = {true, true, false, false};
  private static final boolean[] IS_AHEAD = {false, true, true, false};
  private static final int REACH = 2;

  private final Map<Long, Alert.Pixel> open = new LinkedHashMap<>();

  private Groups() {}

  /// Groups with the strongest pixel first, in them too.
  static List<List<Alert.Pixel>> of(List<Alert.Pixel> pixels) {
    Groups work = new Groups();
    pixels.forEach(pixel -> work.open.put(key(row(pixel), column(pixel)), pixel));
    List<List<Alert.Pixel>> groups = new ArrayList<>();
    while (!work.open.isEmpty()) {
      groups.add(work.next());
    }
    groups.sort(Comparator.comparingDouble(group -> -group.getFirst().strength()));
    return groups;
  }

  private List<Alert.Pixel> next() {
    List<Alert.Pixel> group = new ArrayList<>();
    take(open.keySet().iterator().next(), group);
    for (int i = 0; i < group.size(); i++) {
      long row = row(group.get(i));
      long column = column(group.get(i));
      for (long r = row - REACH; r <= row + REACH; r++) {
        for (long c = column - REACH; c <= column + REACH; c++) {
          take(key(r, c), group);
        }
      }
    }
    group.sort(Comparator.comparingDouble(Alert.Pixel::strength).reversed());
    return group;
  }

  private void take(long key, List<Alert.Pixel> group) {
    Alert.Pixel pixel = open.remove(key);
    if (pixel != null) {
      group.add(pixel);
    }
  }

  private static long row(Alert.Pixel pixel) {
    return 2L * pixel.line() + (IS_AHEAD[pixel.number()] ? 1 : 0);
  }

  private static long column(Alert.Pixel pixel) {
    return 2L * pixel.view() + (IS_RIGHT[pixel.number()] ? 1 : 0);
  }

  private static long key(long row, long column) {
    return row << 16 | (column & 0xFFFF);
  }
}
