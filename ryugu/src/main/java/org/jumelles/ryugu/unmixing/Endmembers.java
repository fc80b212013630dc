package org.jumelles.ryugu.unmixing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.matrix.Products;

/// The columns of a mixture, over the bands in which all of them and the cube are good.
///
/// How far they can be told apart is known before any pixel is: the condition number, and for each
/// endmember its angle to the span of the others. The sigma of an abundance grows as one over the
/// sine of that angle.
public final class Endmembers {
  private final String source;
  private final List<String> names;
  private final int bands;
  private final int[] used;
  private final double[] rows;
  private final double[] gram;
  private final double[] norms;
  private final double[] singular;

  private Endmembers(String source, List<String> names, double[][] spectra, int[] used) {
    this.source = source;
    this.names = names;
    this.used = used;
    bands = spectra[0].length;
    int count = names.size();
    rows = new double[count * used.length];
    for (int j = 0; j < count; j++) {
      for (int k = 0; k < used.length; k++) {
        rows[j * used.length + k] = spectra[j][used[k]];
      }
    }
    gram = new double[count * count];
    Products.of(rows, count, used.length, rows, count, gram);
    norms = new double[count];
    Arrays.setAll(norms, j -> Math.sqrt(gram[j * count + j]));
    singular = singularValues(rows, count, used.length);
  }

  /// @param source where the spectra come from, for messages
  /// @param spectra one row an endmember, all of one length; NaN where a channel was deleted
  /// @param good false for the bands to leave out
  /// @throws MalformedDataException where there are fewer usable bands than endmembers allow, or
  ///     one is zero everywhere
  public static Endmembers of(
      String source, List<String> names, double[][] spectra, boolean[] good) {
    if (spectra.length == 0 || spectra.length != names.size()) {
      throw new IllegalArgumentException(
          names.size() + " names for " + spectra.length + " endmembers");
    }
    for (int j = 0; j < spectra.length; j++) {
      if (spectra[j].length != good.length) {
        throw malformed(
            source,
            names.get(j),
            "bands",
            spectra[j].length + " bands where the cube has " + good.length);
      }
    }
    int[] used = usable(spectra, good);
    if (used.length == 0) {
      throw malformed(source, emptiest(names, spectra, good), "bands", NO_BAND);
    }
    Endmembers made = new Endmembers(source, List.copyOf(names), spectra, used);
    for (int j = 0; j < made.count(); j++) {
      if (!(made.norms[j] > 0)) {
        throw malformed(source, names.get(j), "spectrum", "zero in every good band");
      }
    }
    return made;
  }

  private static final String NO_BAND = "no band has a number in all and is good in the cube";

  private static MalformedDataException malformed(
      String source, String name, String field, String found) {
    return new MalformedDataException(
        source, new Place.Path(name), field, "endmembers of a mixture", found);
  }

  /// The endmember with the fewest numbers in good bands.
  private static String emptiest(List<String> names, double[][] spectra, boolean[] good) {
    int least = 0;
    long fewest = Long.MAX_VALUE;
    for (int j = 0; j < spectra.length; j++) {
      double[] spectrum = spectra[j];
      long numbers =
          IntStream.range(0, good.length)
              .filter(k -> good[k] && Double.isFinite(spectrum[k]))
              .count();
      if (numbers < fewest) {
        fewest = numbers;
        least = j;
      }
    }
    return names.get(least);
  }

  private static int[] usable(double[][] spectra, boolean[] good) {
    int[] used = new int[good.length];
    int count = 0;
    for (int k = 0; k < good.length; k++) {
      boolean usable = good[k];
      for (double[] spectrum : spectra) {
        usable &= Double.isFinite(spectrum[k]);
      }
      if (usable) {
        used[count++] = k;
      }
    }
    return Arrays.copyOf(used, count);
  }

  private static double[] singularValues(double[] rows, int count, int bands) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(count, bands, false, false, true);
    if (!svd.decompose(DMatrixRMaj.wrap(count, bands, rows.clone()))) {
      throw new AssertionError("a singular value decomposition of finite numbers failed");
    }
    double[] values = Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
    Arrays.sort(values);
    return values;
  }

  /// Says no to endmembers of which one is a mixture of the others, within rounding.
  ///
  /// @throws MalformedDataException naming the endmember
  void requireIndependent() {
    double worst = conditionNumber();
    if (worst < WORST_CONDITION) {
      return;
    }
    double[] angles = anglesRad();
    int least = 0;
    for (int j = 1; j < angles.length; j++) {
      if (angles[j] < angles[least]) {
        least = j;
      }
    }
    throw malformed(
        source,
        names.get(least),
        "spectrum",
        String.format(
            Locale.ROOT,
            "a mixture of the other endmembers (condition number %.3g, %.3g is the most)",
            worst,
            WORST_CONDITION));
  }

  /// Beyond it, rounding in double precision alone moves an abundance by a tenth.
  static final double WORST_CONDITION = 1e7;

  public List<String> names() {
    return names;
  }

  public int count() {
    return names.size();
  }

  /// All bands of the cube, used or not.
  public int bands() {
    return bands;
  }

  /// Numbers of the bands that are used, from zero.
  public int[] used() {
    return used.clone();
  }

  /// Greatest over least singular value; infinite where there are more endmembers than bands.
  public double conditionNumber() {
    if (singular.length < count() || singular[0] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return singular[singular.length - 1] / singular[0];
  }

  /// For each endmember its angle to the span of the others, 0 to pi/2; 0 where it is a mixture of
  /// them.
  public double[] anglesRad() {
    double[] angles = new double[count()];
    SubFactor others = new SubFactor(gram, count());
    for (int j = 0; j < count(); j++) {
      others.clear();
      for (int i = 0; i < count(); i++) {
        if (i != j) {
          others.append(i);
        }
      }
      int size = others.size();
      double[] right = new double[size];
      double[] weights = new double[size];
      for (int i = 0; i < size; i++) {
        right[i] = gram[j * count() + others.member(i)];
      }
      others.solve(right, weights);
      angles[j] = angle(j, others, weights);
    }
    return angles;
  }

  private double angle(int j, SubFactor others, double[] weights) {
    double far = 0;
    for (int k = 0; k < used.length; k++) {
      double left = rows[j * used.length + k];
      for (int i = 0; i < others.size(); i++) {
        left -= weights[i] * rows[others.member(i) * used.length + k];
      }
      far += left * left;
    }
    return Math.asin(Math.min(1, Math.sqrt(far) / norms[j]));
  }

  double[] rows() {
    return rows;
  }

  double[] gram() {
    return gram;
  }

  double norm(int endmember) {
    return norms[endmember];
  }

  int usedBands() {
    return used.length;
  }

  boolean everyBandUsed() {
    return used.length == bands;
  }
}
