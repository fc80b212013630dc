package org.jumelles.ryugu.scene;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jumelles.ryugu.matrix.Products;

/// The corners of a cloud of spectra in few coordinates: pixels that are most nearly pure, if any
/// is. Nothing here knows whether one is.
public final class PureSpectra {
  private PureSpectra() {}

  /// Vertex component analysis [NascimentoDias2005]: again and again the pixel furthest along a
  /// direction at right angles to those found, the direction drawn by lot.
  ///
  /// @param y `count` points of `p` coordinates, one after another; NaN for a pixel to leave out
  /// @return `p` pixels; fewer where the points span no more
  public static int[] vertices(double[] y, int count, int p, long seed) {
    Random random = new Random(seed);
    double[][] basis = new double[p][];
    int[] found = new int[p];
    int known = 0;
    for (int i = 0; i < p; i++) {
      double[] f = random.doubles(p, -1, 1).toArray();
      if (i == 0) {
        Arrays.fill(f, 0);
        f[p - 1] = 1;
        f = away(f, random);
      }
      orthogonalise(f, basis, known);
      int pixel = furthest(y, count, f);
      if (pixel < 0) {
        return Arrays.copyOf(found, i);
      }
      double[] point = Arrays.copyOfRange(y, pixel * p, (pixel + 1) * p);
      double size = Math.sqrt(Products.dot(point, 0, point, 0, p));
      orthogonalise(point, basis, known);
      if (Math.sqrt(Products.dot(point, 0, point, 0, p)) <= 1e-10 * size) {
        return Arrays.copyOf(found, i);
      }
      normalise(point);
      basis[known++] = point;
      found[i] = pixel;
    }
    return found;
  }

  /// The first direction: at right angles to the last axis.
  private static double[] away(double[] axis, Random random) {
    double[] f = random.doubles(axis.length, -1, 1).toArray();
    if (axis.length > 1) {
      f[axis.length - 1] = 0;
    }
    return f;
  }

  /// N-FINDR [Winter1999]: the simplex of greatest volume with pixels for corners, by replacing one
  /// corner at a time until none makes it greater.
  ///
  /// @param y `count` points of `p - 1` coordinates, one after another; NaN to leave out
  /// @return `p` pixels; fewer where the points span no simplex
  public static int[] greatestSimplex(double[] y, int count, int p) {
    double[] lifted = new double[count * p];
    for (int i = 0; i < count; i++) {
      lifted[i * p] = 1;
      System.arraycopy(y, i * (p - 1), lifted, i * p + 1, p - 1);
    }
    int[] corners = spread(lifted, count, p);
    if (corners.length < p) {
      return corners;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int slot = 0; slot < p; slot++) {
        double[] row = volumeRow(lifted, corners, slot);
        int best = furthest(lifted, count, row);
        double volume = Math.abs(Products.dot(row, 0, lifted, best * p, p));
        // In parts of the volume that there is; the margin ends what rounding would go on with.
        if (volume > 1 + 1e-9) {
          corners[slot] = best;
          changed = true;
        }
      }
    }
    return corners;
  }

  /// What a point in place of one corner makes of the volume, as a part of it, is linear: its row.
  private static double[] volumeRow(double[] lifted, int[] corners, int slot) {
    int p = corners.length;
    DMatrixRMaj matrix = new DMatrixRMaj(p, p);
    for (int c = 0; c < p; c++) {
      for (int k = 0; k < p; k++) {
        matrix.set(k, c, lifted[corners[c] * p + k]);
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(p, p);
    if (!CommonOps_DDRM.invert(matrix, inverse)) {
      throw new AssertionError("corners that were told apart span nothing");
    }
    double[] row = new double[p];
    for (int k = 0; k < p; k++) {
      row[k] = inverse.get(slot, k);
    }
    return row;
  }

  /// Corners to begin with: each the furthest from the span of those before.
  private static int[] spread(double[] points, int count, int p) {
    double[][] basis = new double[p][];
    int[] found = new int[p];
    double[] rest = points.clone();
    double first = 0;
    for (int i = 0; i < p; i++) {
      int best = -1;
      double most = 0;
      for (int k = 0; k < count; k++) {
        double square = Products.dot(rest, k * p, rest, k * p, p);
        if (square > most) {
          most = square;
          best = k;
        }
      }
      first = i == 0 ? most : first;
      if (best < 0 || most <= 1e-18 * first) {
        return Arrays.copyOf(found, i);
      }
      found[i] = best;
      basis[i] = Arrays.copyOfRange(rest, best * p, (best + 1) * p);
      normalise(basis[i]);
      for (int k = 0; k < count; k++) {
        double along = Products.dot(rest, k * p, basis[i], 0, p);
        for (int j = 0; j < p; j++) {
          rest[k * p + j] -= along * basis[i][j];
        }
      }
    }
    return found;
  }

  private static int furthest(double[] y, int count, double[] direction) {
    int p = direction.length;
    int best = -1;
    double most = 0;
    for (int i = 0; i < count; i++) {
      double along = Math.abs(Products.dot(y, i * p, direction, 0, p));
      if (along > most) {
        most = along;
        best = i;
      }
    }
    return best;
  }

  private static void orthogonalise(double[] f, double[][] basis, int known) {
    for (int twice = 0; twice < 2; twice++) {
      for (int i = 0; i < known; i++) {
        double along = Products.dot(f, 0, basis[i], 0, f.length);
        for (int k = 0; k < f.length; k++) {
          f[k] -= along * basis[i][k];
        }
      }
    }
  }

  private static void normalise(double[] f) {
    double size = Math.sqrt(Products.dot(f, 0, f, 0, f.length));
    for (int k = 0; k < f.length; k++) {
      f[k] /= size;
    }
  }
}
