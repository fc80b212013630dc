package org.jumelles.ryugu.scene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jumelles.ryugu.matrix.Projection;

/// The pixel purity index [Boardman1995]: how often a pixel is an end of the scene's shadow on
/// lines drawn by lot. Safe from several threads.
public final class Purity {
  private final Projection skewers;

  private Purity(Projection skewers) {
    this.skewers = skewers;
  }

  /// @param skewers how many lines
  public static Purity drawn(double[] mean, int skewers, long seed) {
    Random random = new Random(seed);
    double[][] matrix = new double[mean.length][skewers];
    for (int s = 0; s < skewers; s++) {
      double square = 0;
      for (double[] row : matrix) {
        row[s] = random.nextGaussian();
        square += row[s] * row[s];
      }
      double unit = 1 / Math.sqrt(square);
      for (double[] row : matrix) {
        row[s] *= unit;
      }
    }
    return new Purity(new Projection(mean, matrix));
  }

  /// Both ends of each line among some pixels; -1 where there is none.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Ends(double[] least, long[] leastAt, double[] most, long[] mostAt) {

    /// Of both; of equals the first stays.
    public void take(Ends next) {
      for (int s = 0; s < least.length; s++) {
        if (next.leastAt[s] >= 0 && (leastAt[s] < 0 || next.least[s] < least[s])) {
          least[s] = next.least[s];
          leastAt[s] = next.leastAt[s];
        }
        if (next.mostAt[s] >= 0 && (mostAt[s] < 0 || next.most[s] > most[s])) {
          most[s] = next.most[s];
          mostAt[s] = next.mostAt[s];
        }
      }
    }

    /// Pixels with the number of ends that they are, most first, of equals the first pixel.
    public List<Map.Entry<Long, Integer>> counts() {
      Map<Long, Integer> counts = new HashMap<>();
      for (int s = 0; s < least.length; s++) {
        if (leastAt[s] >= 0) {
          counts.merge(leastAt[s], 1, Integer::sum);
          counts.merge(mostAt[s], 1, Integer::sum);
        }
      }
      return counts.entrySet().stream()
          .sorted(
              Map.Entry.<Long, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
          .toList();
    }
  }

  /// No ends yet.
  public Ends none() {
    int n = skewers.directions();
    Ends ends = new Ends(new double[n], new long[n], new double[n], new long[n]);
    java.util.Arrays.fill(ends.leastAt(), -1);
    java.util.Arrays.fill(ends.mostAt(), -1);
    return ends;
  }

  public Ends of(double[] spectra, int count, long firstPixel) {
    Ends ends = none();
    double[][] shadows = skewers.of(spectra, count);
    for (int i = 0; i < count; i++) {
      double[] row = shadows[i];
      if (!Double.isFinite(row[0])) {
        continue;
      }
      for (int s = 0; s < row.length; s++) {
        if (ends.leastAt()[s] < 0 || row[s] < ends.least()[s]) {
          ends.least()[s] = row[s];
          ends.leastAt()[s] = firstPixel + i;
        }
        if (ends.mostAt()[s] < 0 || row[s] > ends.most()[s]) {
          ends.most()[s] = row[s];
          ends.mostAt()[s] = firstPixel + i;
        }
      }
    }
    return ends;
  }
}
