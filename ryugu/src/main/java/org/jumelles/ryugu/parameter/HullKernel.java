package org.jumelles.ryugu.parameter;

/// The upper hull of points in ascending order, in one pass [Andrew1979].
final class HullKernel {
  private HullKernel() {}

  /// @param corners where to put the numbers of the points on the hull, first and last among them
  /// @return how many they are
  static int upper(double[] x, int fromX, double[] y, int fromY, int length, int[] corners) {
    corners[0] = 0;
    corners[1] = 1;
    int last = 1;
    // The last two corners: (x0, y0) and (x1, y1).
    double x0 = x[fromX];
    double y0 = y[fromY];
    double x1 = x[fromX + 1];
    double y1 = y[fromY + 1];
    for (int k = 2; k < length; k++) {
      double x2 = x[fromX + k];
      double y2 = y[fromY + k];
      // Not a right turn at the last corner: it lies on or below the line to the new point.
      while ((x1 - x0) * (y2 - y0) >= (y1 - y0) * (x2 - x0)) {
        x1 = x0;
        y1 = y0;
        if (--last == 0) {
          break;
        }
        int before = corners[last - 1];
        x0 = x[fromX + before];
        y0 = y[fromY + before];
      }
      corners[++last] = k;
      x0 = x1;
      y0 = y1;
      x1 = x2;
      y1 = y2;
    }
    return last + 1;
  }

  /// Divides by the lines between corners; exactly 1 on a corner, NaN where a line is not above
  /// zero.
  static void divide(double[] x, double[] y, int fromY, int[] corners, int count, double[] out) {
    for (int c = 0; c + 1 < count; c++) {
      int from = corners[c];
      int to = corners[c + 1];
      double y0 = y[fromY + from];
      double slope = (y[fromY + to] - y0) / (x[to] - x[from]);
      double x0 = x[from];
      for (int k = from + 1; k < to; k++) {
        double hull = Math.fma(slope, x[k] - x0, y0);
        out[fromY + k] = hull > 0 ? y[fromY + k] / hull : Double.NaN;
      }
      out[fromY + from] = y0 > 0 ? 1 : Double.NaN;
    }
    int end = fromY + corners[count - 1];
    out[end] = y[end] > 0 ? 1 : Double.NaN;
  }
}
