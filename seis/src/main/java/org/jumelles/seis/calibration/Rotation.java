package org.jumelles.seis.calibration;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.seis.trace.Trace;

/// From three sensors of any directions (U, V, W) to up, north and east, and back.
///
/// Each sensor's output is the ground's motion along its direction, three equations for three
/// unknowns that are solved once [Lognonne2019] 4.2. Gains must be equal before: take the responses
/// off, or scale by the sensitivities.
public final class Rotation {
  /// Below it the three directions lie too near one plane; three at right angles have 1.
  private static final double LEAST_DETERMINANT = 1e-3;

  private final double[] uvwFromZne;
  private final double[] zneFromUvw;

  private Rotation(double[] uvwFromZne) {
    this.uvwFromZne = uvwFromZne;
    this.zneFromUvw = inverse(uvwFromZne);
  }

  /// @throws IllegalArgumentException where the three lie in one plane, or nearly
  public static Rotation of(Orientation u, Orientation v, Orientation w) {
    double[] matrix = new double[9];
    System.arraycopy(u.upNorthEast(), 0, matrix, 0, 3);
    System.arraycopy(v.upNorthEast(), 0, matrix, 3, 3);
    System.arraycopy(w.upNorthEast(), 0, matrix, 6, 3);
    return new Rotation(matrix);
  }

  /// Three traces of the same instants.
  ///
  /// @param greatestShiftSamples how far a sample that went in lay from the instant of the first
  /// input's, at most, -0.5 to 0.5 samples by size: nothing was interpolated
  public record Rotated(Trace first, Trace second, Trace third, double greatestShiftSamples) {}

  /// Up, north, east.
  public double[][] toZne(double[] u, double[] v, double[] w) {
    return times(zneFromUvw, u, v, w);
  }

  /// U, V, W from up, north, east.
  public double[][] toUvw(double[] z, double[] n, double[] e) {
    return times(uvwFromZne, z, n, e);
  }

  /// Up, north, east for each stretch that all three sensors cover.
  ///
  /// @param u stretches between gaps, in any order; `v` and `w` too, of one sampling rate
  public List<Rotated> toZne(List<Trace> u, List<Trace> v, List<Trace> w) {
    return rotated(CommonStretch.of(u, v, w), zneFromUvw, "ZNE");
  }

  /// U, V, W for each stretch that all of up, north and east cover.
  public List<Rotated> toUvw(List<Trace> z, List<Trace> n, List<Trace> e) {
    return rotated(CommonStretch.of(z, n, e), uvwFromZne, "UVW");
  }

  private static List<Rotated> rotated(
      List<CommonStretch> stretches, double[] matrix, String letters) {
    List<Rotated> all = new ArrayList<>();
    for (CommonStretch stretch : stretches) {
      double[][] turned = times(matrix, stretch.samples(0), stretch.samples(1), stretch.samples(2));
      all.add(
          new Rotated(
              stretch.trace(letters.charAt(0), turned[0]),
              stretch.trace(letters.charAt(1), turned[1]),
              stretch.trace(letters.charAt(2), turned[2]),
              stretch.greatestShiftSamples()));
    }
    return all;
  }

  private static double[][] times(double[] m, double[] a, double[] b, double[] c) {
    if (a.length != b.length || a.length != c.length) {
      throw new IllegalArgumentException(
          "components of " + a.length + ", " + b.length + ", " + c.length + " samples");
    }
    double[][] turned = new double[3][a.length];
    for (int row = 0; row < 3; row++) {
      double[] into = turned[row];
      double x = m[3 * row];
      double y = m[3 * row + 1];
      double z = m[3 * row + 2];
      for (int i = 0; i < into.length; i++) {
        into[i] = x * a[i] + y * b[i] + z * c[i];
      }
    }
    return turned;
  }

  /// By Cramer's rule.
  private static double[] inverse(double[] m) {
    double[] cofactors = {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
    double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
    if (!(Math.abs(determinant) >= LEAST_DETERMINANT)) {
      throw new IllegalArgumentException(
          "three directions that lie in one plane, or nearly: determinant " + determinant);
    }
    for (int i = 0; i < 9; i++) {
      cofactors[i] /= determinant;
    }
    return cofactors;
  }
}
