package org.jumelles.ryugu.parameter;

import java.util.Objects;
import org.jumelles.ryugu.matrix.Products;

/// The angle between spectra, 0 to pi [Kruse1993], right to the last digits at both ends.
///
/// With unit vectors u and v it is 2 atan2(|u - v|, |u + v|) [Kahan2006]. The arc cosine of u'v
/// loses half of the digits near 0 and pi, so it serves only far from them.
public final class SpectralAngle {
  /// 0.02 rad from either end, where the arc cosine's error is still below 1e-12 rad.
  private static final double FAR = 0.9998;

  private SpectralAngle() {}

  /// `out[i * references + j]`: the angle between spectrum i and reference j in rad; NaN where a
  /// value is no number, or either is zero everywhere.
  ///
  /// @param spectra `count` spectra of `bands` values, one after another
  /// @param rows `references` spectra of as many values
  public static void of(
      double[] spectra, int count, int bands, double[] rows, int references, double[] out) {
    Objects.checkFromIndexSize(0, count * references, out.length);
    double[] squares = new double[count];
    double[] lengths = new double[references];
    Products.of(spectra, count, bands, rows, references, out);
    Products.squares(spectra, count, bands, squares);
    Products.squares(rows, references, bands, lengths);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < references; j++) {
        int at = i * references + j;
        double size = Math.sqrt(squares[i]) * Math.sqrt(lengths[j]);
        if (!(size > 0) || !Double.isFinite(size)) {
          out[at] = Double.NaN;
          continue;
        }
        double cosine = out[at] / size;
        out[at] =
            Math.abs(cosine) < FAR
                ? Math.acos(cosine)
                : near(spectra, i * bands, squares[i], rows, j * bands, lengths[j], bands);
      }
    }
  }

  /// The angle between two spectra in rad.
  public static double between(double[] one, double[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(one.length + " bands and " + other.length);
    }
    double[] out = new double[1];
    of(one, 1, one.length, other, 1, out);
    return out[0];
  }

  private static double near(
      double[] a, int fromA, double squareA, double[] b, int fromB, double squareB, int length) {
    double unitA = 1 / Math.sqrt(squareA);
    double unitB = 1 / Math.sqrt(squareB);
    double apart = 0;
    double along = 0;
    for (int k = 0; k < length; k++) {
      double u = a[fromA + k] * unitA;
      double v = b[fromB + k] * unitB;
      apart = Math.fma(u - v, u - v, apart);
      along = Math.fma(u + v, u + v, along);
    }
    return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(along));
  }
}
