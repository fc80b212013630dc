package org.jumelles.seis.picking;

/// Least squares of a level or a straight line over any stretch of one series, by running sums.
/// NaN counts nothing.
final class Segments {
  private final double[] count;
  private final double[] t;
  private final double[] tt;
  private final double[] y;
  private final double[] ty;
  private final double[] yy;

  Segments(double[] series) {
    int n = series.length;
    count = new double[n + 1];
    t = new double[n + 1];
    tt = new double[n + 1];
    y = new double[n + 1];
    ty = new double[n + 1];
    yy = new double[n + 1];
    for (int i = 0; i < n; i++) {
      boolean known = !Double.isNaN(series[i]);
      double value = known ? series[i] : 0;
      double one = known ? 1 : 0;
      count[i + 1] = count[i] + one;
      t[i + 1] = t[i] + one * i;
      tt[i + 1] = tt[i] + one * i * i;
      y[i + 1] = y[i] + value;
      ty[i + 1] = ty[i] + value * i;
      yy[i + 1] = yy[i] + value * value;
    }
  }

  int length() {
    return count.length - 1;
  }

  double count(int from, int to) {
    return count[to] - count[from];
  }

  double mean(int from, int to) {
    return (y[to] - y[from]) / count(from, to);
  }

  /// Sum of squares about the mean.
  double aboutMean(int from, int to) {
    double n = count(from, to);
    double sum = y[to] - y[from];
    return n < 1 ? 0 : Math.max(0, yy[to] - yy[from] - sum * sum / n);
  }

  /// Sum of squares about the straight line.
  double aboutLine(int from, int to) {
    double n = count(from, to);
    if (n < 3) {
      return 0;
    }
    double slope = slope(from, to);
    double st = t[to] - t[from];
    double sy = y[to] - y[from];
    double cross = ty[to] - ty[from] - st * sy / n;
    return Math.max(0, yy[to] - yy[from] - sy * sy / n - slope * cross);
  }

  /// The line of one stretch at any place.
  double lineAt(int from, int to, double place) {
    double n = count(from, to);
    if (n < 3) {
      return n < 1 ? Double.NaN : mean(from, to);
    }
    double middle = (t[to] - t[from]) / n;
    return mean(from, to) + slope(from, to) * (place - middle);
  }

  private double slope(int from, int to) {
    double n = count(from, to);
    double st = t[to] - t[from];
    double sy = y[to] - y[from];
    double spread = tt[to] - tt[from] - st * st / n;
    return spread > 0 ? (ty[to] - ty[from] - st * sy / n) / spread : 0;
  }
}
