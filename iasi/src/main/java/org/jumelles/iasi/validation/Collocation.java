package org.jumelles.iasi.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jumelles.iasi.retrieval.Agreement;

/// Pairs of observations of two products: for each of the first the nearest of the second.
public final class Collocation {
  private static final double KM_A_DEGREE = 111;

  private Collocation() {}

  /// One pair.
  ///
  /// @param seconds of the second after the first
  public record Pair(int first, int second, double km, double seconds) {}

  /// @param km how far apart at most
  /// @param seconds likewise
  /// @param doubtfulToo whether doubtful columns take part
  public static List<Pair> of(
      ColumnSet first, ColumnSet second, double km, double seconds, boolean doubtfulToo) {
    if (!(km > 0) || !(seconds > 0)) {
      throw new IllegalArgumentException("limits of " + km + " km, " + seconds + " s");
    }
    TreeMap<Double, List<Integer>> byLatitude = new TreeMap<>();
    for (int j = 0; j < second.count(); j++) {
      if (second.usable(j, doubtfulToo) && Double.isFinite(second.latitudeDeg()[j])) {
        byLatitude.computeIfAbsent(second.latitudeDeg()[j], key -> new ArrayList<>()).add(j);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.count(); i++) {
      double lat = first.latitudeDeg()[i];
      if (!first.usable(i, doubtfulToo) || !Double.isFinite(lat)) {
        continue;
      }
      Pair best = new Pair(i, -1, km, 0);
      double reach = km / KM_A_DEGREE;
      for (List<Integer> row : byLatitude.subMap(lat - reach, true, lat + reach, true).values()) {
        for (int j : row) {
          best = nearer(first, second, j, seconds, best);
        }
      }
      if (best.second >= 0) {
        pairs.add(best);
      }
    }
    return pairs;
  }

  private static Pair nearer(ColumnSet first, ColumnSet second, int j, double most, Pair best) {
    int i = best.first;
    double after = second.unixSeconds()[j] - first.unixSeconds()[i];
    double km =
        Agreement.distanceKm(
            first.latitudeDeg()[i],
            first.longitudeDeg()[i],
            second.latitudeDeg()[j],
            second.longitudeDeg()[j]);
    boolean taken = Math.abs(after) <= most && (best.second < 0 ? km <= best.km : km < best.km);
    return taken ? new Pair(i, j, km, after) : best;
  }

  /// How the first's columns agree with the second's, as they are or seen through the first's
  /// kernel.
  public static Agreement agreement(
      ColumnSet first, ColumnSet second, List<Pair> pairs, boolean smoothed) {
    double[] found = pairs.stream().mapToDouble(pair -> first.column()[pair.first]).toArray();
    double[] reference = new double[pairs.size()];
    Arrays.setAll(
        reference,
        p -> {
          Pair pair = pairs.get(p);
          return smoothed
              ? first.smoothed(pair.first, second.shares(pair.second))
              : second.column()[pair.second];
        });
    return Agreement.of(found, reference);
  }
}
