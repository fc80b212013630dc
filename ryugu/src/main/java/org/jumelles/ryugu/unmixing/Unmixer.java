package org.jumelles.ryugu.unmixing;

import java.util.Arrays;
import java.util.Objects;
import org.jumelles.ryugu.matrix.Products;

/// Unmixes blocks of spectra. Safe from several threads; each pixel's answer depends on that pixel
/// alone.
public final class Unmixer {
  /// Below it, the normal equations in double precision hold 1e-9 without the spectra's residual.
  private static final double EASY_CONDITION = 300;

  private final Endmembers endmembers;
  private final UnmixingMethod method;
  private final boolean refined;

  private Unmixer(Endmembers endmembers, UnmixingMethod method) {
    this.endmembers = endmembers;
    this.method = method;
    refined = endmembers.conditionNumber() > EASY_CONDITION;
  }

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where one endmember is a mixture of
  ///     the others; a sparse mixture alone can do with that
  public static Unmixer of(Endmembers endmembers, UnmixingMethod method) {
    switch (method) {
      case UnmixingMethod.NonNegative _, UnmixingMethod.FullyConstrained _ ->
          endmembers.requireIndependent();
      case UnmixingMethod.Sparse _ -> {}
    }
    return new Unmixer(endmembers, method);
  }

  public Endmembers endmembers() {
    return endmembers;
  }

  /// @param spectra `count` spectra of all the cube's bands, one after another
  public Abundances solve(double[] spectra, int count) {
    Objects.checkFromIndexSize(0, count * endmembers.bands(), spectra.length);
    double[] x = endmembers.everyBandUsed() ? spectra : gathered(spectra, count);
    int bands = endmembers.usedBands();
    int columns = endmembers.count();
    double[] b = new double[count * columns];
    double[] squares = new double[count];
    Products.of(x, count, bands, endmembers.rows(), columns, b);
    Products.squares(x, count, bands, squares);
    Abundances made =
        new Abundances(
            count,
            columns,
            new double[count * columns],
            new double[count * columns],
            new double[count],
            new double[count],
            new double[count],
            new byte[count]);
    PixelUnmixing pixel = new PixelUnmixing(endmembers, method, refined);
    for (int i = 0; i < count; i++) {
      if (Double.isFinite(squares[i])) {
        pixel.solve(x, i, b, squares[i], made);
      } else {
        nothing(i, made);
      }
    }
    return made;
  }

  private static void nothing(int pixel, Abundances made) {
    int from = pixel * made.endmembers();
    Arrays.fill(made.fractions(), from, from + made.endmembers(), Double.NaN);
    Arrays.fill(made.sigma(), from, from + made.endmembers(), Double.NaN);
    made.rmse()[pixel] = Double.NaN;
    made.violation()[pixel] = Double.NaN;
    made.gap()[pixel] = Double.NaN;
    made.state()[pixel] = Abundances.NO_DATA;
  }

  private double[] gathered(double[] spectra, int count) {
    int[] used = endmembers.used();
    double[] x = new double[count * used.length];
    for (int i = 0; i < count; i++) {
      int from = i * endmembers.bands();
      for (int k = 0; k < used.length; k++) {
        x[i * used.length + k] = spectra[from + used[k]];
      }
    }
    return x;
  }
}
