package org.jumelles.iasi.retrieval;

/// Lagrange's weights of the four even points around a place, and their derivatives by the index.
/// Beyond the ends the outermost four are used, and the place is kept within the grid.
///
/// @param first index of the first of the four
/// @param weight of each
/// @param slope derivative of each weight by the place; 0 where the place was kept in
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CubicWeights(int first, double[] weight, double[] slope) {

  /// @param place in steps from the first point
  /// @param count of points, at least 4
  static CubicWeights at(double place, int count) {
    double kept = Math.clamp(place, 0, count - 1.0);
    int first = Math.clamp((int) Math.floor(kept) - 1, 0, count - 4);
    double t = kept - first;
    double[] weight = new double[4];
    double[] slope = new double[4];
    for (int n = 0; n < 4; n++) {
      double product = 1;
      double derivative = 0;
      for (int m = 0; m < 4; m++) {
        if (m != n) {
          derivative = derivative * (t - m) / (n - m) + product / (n - m);
          product *= (t - m) / (n - m);
        }
      }
      weight[n] = product;
      slope[n] = kept == place ? derivative : 0;
    }
    return new CubicWeights(first, weight, slope);
  }
}
