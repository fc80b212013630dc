package org.jumelles.ryugu.inclusion;

/// Mean and scatter of each band over each part; blocks are added in their order.
///
/// The sigma of a mean is the scatter over the root of the number of pixels: it takes the pixels
/// for independent, which neighbours under one blur are not, and so it is a lower bound.
public final class PartStatistics {
  private final int bands;
  private final long[] counts;
  private final double[] means;
  private final double[] squares;

  public PartStatistics(int parts, int bands) {
    this.bands = bands;
    counts = new long[parts * bands];
    means = new double[parts * bands];
    squares = new double[parts * bands];
  }

  /// @param spectra of the pixels from the first, one after another; NaN is left out and not
  /// counted
  public void add(Segmentation parts, long firstPixel, int count, double[] spectra) {
    int[] labels = parts.labels(firstPixel, count);
    for (int i = 0; i < count; i++) {
      if (labels[i] > 0) {
        add((labels[i] - 1) * bands, spectra, i * bands);
      }
    }
  }

  private void add(int to, double[] spectra, int from) {
    for (int k = 0; k < bands; k++) {
      double value = spectra[from + k];
      if (Double.isFinite(value)) {
        int at = to + k;
        double off = value - means[at];
        counts[at]++;
        means[at] += off / counts[at];
        squares[at] += off * (value - means[at]);
      }
    }
  }

  /// Pixels of a part that hold a number in a band.
  public long count(int part, int band) {
    return counts[part * bands + band];
  }

  /// NaN where there is none.
  public double mean(int part, int band) {
    int at = part * bands + band;
    return counts[at] == 0 ? Double.NaN : means[at];
  }

  /// Standard deviation from pixel to pixel; NaN of fewer than two.
  public double scatter(int part, int band) {
    int at = part * bands + band;
    return counts[at] < 2 ? Double.NaN : Math.sqrt(squares[at] / (counts[at] - 1));
  }

  /// Sigma of the mean, of pixels taken for independent; NaN of fewer than two.
  public double sigma(int part, int band) {
    return scatter(part, band) / Math.sqrt((double) counts[part * bands + band]);
  }
}
