package org.jumelles.ryugu.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Angles of spectra to the entries of a library, each over the bands that both have. Safe from
/// several threads.
///
/// An angle over few bands is small for want of bands, so an entry that has too few is not compared
/// at all, and how many each was compared over is told.
public final class LibrarySearch {
  private final int bands;
  private final int entries;
  private final List<Group> groups;
  private final int[] bandsUsed;

  /// Entries with the same bands.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Group(int[] which, int[] used, double[] rows) {}

  private LibrarySearch(int bands, int entries, List<Group> groups, int[] bandsUsed) {
    this.bands = bands;
    this.entries = entries;
    this.groups = groups;
    this.bandsUsed = bandsUsed;
  }

  /// @param spectra in the cube's bands; NaN where the entry has no value
  /// @param leastShare of the good bands that an entry must have, 0 to 1
  public static LibrarySearch of(double[][] spectra, boolean[] good, double leastShare) {
    int wanted = 0;
    for (boolean one : good) {
      wanted += one ? 1 : 0;
    }
    int[] bandsUsed = new int[spectra.length];
    Map<List<Integer>, List<Integer>> byBands = new HashMap<>();
    List<List<Integer>> inOrder = new ArrayList<>();
    for (int j = 0; j < spectra.length; j++) {
      double[] entry = spectra[j];
      List<Integer> used =
          IntStream.range(0, good.length)
              .filter(k -> good[k] && Double.isFinite(entry[k]))
              .boxed()
              .toList();
      bandsUsed[j] = used.size();
      if (used.size() >= 2 && used.size() >= leastShare * wanted) {
        List<Integer> group = byBands.get(used);
        if (group == null) {
          group = new ArrayList<>();
          byBands.put(used, group);
          inOrder.add(used);
        }
        group.add(j);
      }
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> used : inOrder) {
      List<Integer> which = byBands.getOrDefault(used, List.of());
      int[] channels = used.stream().mapToInt(Integer::intValue).toArray();
      double[] rows = new double[which.size() * channels.length];
      for (int j = 0; j < which.size(); j++) {
        for (int k = 0; k < channels.length; k++) {
          rows[j * channels.length + k] = spectra[which.get(j)][channels[k]];
        }
      }
      groups.add(new Group(which.stream().mapToInt(Integer::intValue).toArray(), channels, rows));
    }
    return new LibrarySearch(good.length, spectra.length, groups, bandsUsed);
  }

  /// Bands that each entry shares with the cube, compared or not.
  public int[] bandsUsed() {
    return bandsUsed.clone();
  }

  /// Whether each entry is compared.
  public boolean[] compared() {
    boolean[] compared = new boolean[entries];
    groups.forEach(group -> Arrays.stream(group.which()).forEach(j -> compared[j] = true));
    return compared;
  }

  /// Angles in rad, pixel after pixel, entry after entry; NaN where there is none.
  public double[] of(double[] spectra, int count) {
    double[] out = new double[count * entries];
    Arrays.fill(out, Double.NaN);
    for (Group group : groups) {
      int[] used = group.used();
      double[] x = used.length == bands ? spectra : gathered(spectra, count, used);
      double[] angles = new double[count * group.which().length];
      SpectralAngle.of(x, count, used.length, group.rows(), group.which().length, angles);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < group.which().length; j++) {
          out[i * entries + group.which()[j]] = angles[i * group.which().length + j];
        }
      }
    }
    return out;
  }

  private double[] gathered(double[] spectra, int count, int[] used) {
    double[] x = new double[count * used.length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < used.length; k++) {
        x[i * used.length + k] = spectra[i * bands + used[k]];
      }
    }
    return x;
  }
}
