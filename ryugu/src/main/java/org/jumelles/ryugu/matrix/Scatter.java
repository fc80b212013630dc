package org.jumelles.ryugu.matrix;

import java.util.Arrays;

/// Mean and sums of products about it, of many spectra; parts are put together in their order.
///
/// Within a part the spectra are taken from a value near their mean, so that nothing cancels;
/// parts go together by [Chan1983]. A spectrum with a value that is no number is in none of the
/// sums and is counted.
public final class Scatter {
  /// Whole groups, as [Panels] takes them; as many as stay near the processor.
  private static final int TILE = (Vectors.ARE_HERE ? 16 : 8) * Panels.STEP;

  private final int bands;
  private final double[] origin;
  private final double[] sums;
  private final double[][] products;
  private final double[][] rows;
  private final double[] laid;
  private long count;
  private long left;
  private boolean begun;

  public Scatter(int bands) {
    this.bands = bands;
    origin = new double[bands];
    sums = new double[bands];
    products = Panels.rows(bands, Vectors.whole(bands));
    rows = Panels.rows(TILE, bands);
    laid = Vectors.ARE_HERE ? Vectors.rows(TILE, bands) : new double[0];
  }

  /// Adds spectra, one after another.
  public void add(double[] spectra, int number) {
    boolean[] whole = new boolean[number];
    int kept = 0;
    for (int i = 0; i < number; i++) {
      whole[i] = Products.allFinite(spectra, i * bands, bands);
      kept += whole[i] ? 1 : 0;
    }
    left += number - kept;
    count += kept;
    if (!begun && kept > 0) {
      begin(spectra, whole, kept);
    }
    // A few rows at a time, so that they are near when their products are summed.
    int filled = 0;
    for (int i = 0; i < number; i++) {
      if (whole[i]) {
        take(spectra, i * bands, rows[filled++]);
        if (filled == rows.length) {
          addSquares(filled);
          filled = 0;
        }
      }
    }
    addSquares(filled);
  }

  private void addSquares(int filled) {
    if (Vectors.ARE_HERE) {
      Vectors.lay(rows, filled, bands, laid);
      Vectors.addSquares(products, laid, filled, bands);
    } else {
      Panels.addSquares(products, rows, filled, bands);
    }
  }

  private void take(double[] spectra, int from, double[] row) {
    for (int k = 0; k < bands; k++) {
      row[k] = spectra[from + k] - origin[k];
      sums[k] += row[k];
    }
  }

  private void begin(double[] spectra, boolean[] whole, int kept) {
    for (int i = 0; i < whole.length; i++) {
      for (int k = 0; whole[i] && k < bands; k++) {
        origin[k] += spectra[i * bands + k] / kept;
      }
    }
    begun = true;
  }

  /// Takes the next part in; it is not to be used any more.
  public void merge(Scatter next) {
    left += next.left;
    if (next.count == 0) {
      return;
    }
    if (count == 0) {
      System.arraycopy(next.origin, 0, origin, 0, bands);
      System.arraycopy(next.sums, 0, sums, 0, bands);
      for (int i = 0; i < bands; i++) {
        System.arraycopy(next.products[i], 0, products[i], 0, bands);
      }
      begun = true;
      count = next.count;
      return;
    }
    // The next part's sums, taken from this one's origin.
    double[] apart = new double[bands];
    for (int k = 0; k < bands; k++) {
      apart[k] = next.origin[k] - origin[k];
    }
    for (int i = 0; i < bands; i++) {
      double[] row = products[i];
      double[] more = next.products[i];
      double sum = next.sums[i];
      double off = apart[i];
      for (int j = i; j < bands; j++) {
        row[j] += more[j] + off * next.sums[j] + sum * apart[j] + next.count * off * apart[j];
      }
    }
    for (int k = 0; k < bands; k++) {
      sums[k] += next.sums[k] + next.count * apart[k];
    }
    count += next.count;
  }

  /// Spectra in the sums.
  public long count() {
    return count;
  }

  /// Spectra left out, for a value that is no number.
  public long left() {
    return left;
  }

  /// NaN where nothing was added.
  public double[] mean() {
    double[] mean = new double[bands];
    Arrays.setAll(mean, k -> count == 0 ? Double.NaN : origin[k] + sums[k] / count);
    return mean;
  }

  /// Sums of products about the mean over `count - 1`, the whole of the matrix.
  public double[][] covariance() {
    return about(true, count - 1.0);
  }

  /// The mean of the products about zero.
  public double[][] secondMoment() {
    return about(false, (double) count);
  }

  private double[][] about(boolean mean, double divisor) {
    double[][] out = new double[bands][bands];
    double[] centre = mean();
    for (int i = 0; i < bands; i++) {
      for (int j = i; j < bands; j++) {
        double inside = products[i][j] - sums[i] * sums[j] / count;
        double sum = mean ? inside : inside + count * centre[i] * centre[j];
        out[i][j] = sum / divisor;
        out[j][i] = out[i][j];
      }
    }
    return out;
  }
}
