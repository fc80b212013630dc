package org.jumelles.iasi.validation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jumelles.formats.netcdf.NetCdfFile;

/// The columns of one retrieval product. Arrays are shared, not copied.
///
/// @param gas as `CO`
/// @param unixSeconds NaN where not known
/// @param column mol m-2, NaN where refused
/// @param flag 0 good, 1 doubtful, 2 refused
/// @param kernel by observation and layer, bottom first; likewise the rest
/// @param partial mol m-2 of the estimate
/// @param prior mol m-2
/// @param air mol m-2 of all molecules
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ColumnSet(
    String source,
    String gas,
    double[] latitudeDeg,
    double[] longitudeDeg,
    double[] unixSeconds,
    double[] column,
    double[] sigma,
    double[] flag,
    double[][] kernel,
    double[][] pressureHPa,
    double[][] partial,
    double[][] prior,
    double[][] air) {
  private static final String KERNEL = "_column_averaging_kernel";

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where it is no such product
  public static ColumnSet read(NetCdfFile file) {
    String name =
        file.names().stream()
            .filter(one -> one.endsWith(KERNEL))
            .findFirst()
            .orElseThrow(() -> file.malformed("*" + KERNEL, "there is no such dataset"));
    String gas = name.substring(0, name.length() - KERNEL.length());
    double[] columns = file.doubles(gas + "_column");
    int n = columns.length;
    return new ColumnSet(
        file.source(),
        gas,
        one(file, "latitude", n),
        one(file, "longitude", n),
        one(file, "time", n),
        columns,
        one(file, gas + "_column_sigma", n),
        one(file, "retrieval_flag", n),
        rows(file, name, n),
        rows(file, "pressure", n),
        rows(file, gas + "_partial_column", n),
        rows(file, gas + "_partial_column_prior", n),
        rows(file, "air_partial_column", n));
  }

  public int count() {
    return column.length;
  }

  /// Whether an observation may be compared.
  public boolean usable(int observation, boolean doubtfulToo) {
    return flag[observation] <= (doubtfulToo ? 1 : 0) && column[observation] > 0;
  }

  /// The gas's shares of an observation's air, layer by layer.
  public SharesByPressure shares(int observation) {
    int layers = layers(observation);
    double[] shares = new double[layers];
    Arrays.setAll(shares, j -> partial[observation][j] / air[observation][j]);
    return SharesByPressure.of(Arrays.copyOf(pressureHPa[observation], layers), shares);
  }

  /// The column of other shares in this observation's air, mol m-2.
  public double unsmoothed(int observation, SharesByPressure shares) {
    double sum = 0;
    for (int j = 0; j < layers(observation); j++) {
      sum += air[observation][j] * shares.at(pressureHPa[observation][j]);
    }
    return sum;
  }

  /// What the retrieval would have found over these shares, but for noise. With layers c of the
  /// estimate, a of its prior, x of these shares and the column's kernel k, to first order about
  /// the estimate, whose state is ln c: sum c + sum k c ln(x/a) - sum c ln(c/a).
  public double smoothed(int observation, SharesByPressure shares) {
    return smoothed(observation, j -> air[observation][j] * shares.at(pressureHPa[observation][j]));
  }

  /// The same over the prior's layers times a factor.
  public double scaledPrior(int observation, double factor) {
    return smoothed(observation, j -> factor * prior[observation][j]);
  }

  private double smoothed(int observation, IntToDoubleFunction layer) {
    double sum = 0;
    for (int j = 0; j < layers(observation); j++) {
      double c = partial[observation][j];
      double a = prior[observation][j];
      double x = layer.applyAsDouble(j);
      sum += c + kernel[observation][j] * c * Math.log(x / a) - c * Math.log(c / a);
    }
    return sum;
  }

  private int layers(int observation) {
    int layers = 0;
    while (layers < partial[observation].length && partial[observation][layers] > 0) {
      layers++;
    }
    return layers;
  }

  private static double[] one(NetCdfFile file, String name, int n) {
    double[] values = file.doubles(name);
    if (values.length != n) {
      throw file.malformed(name, values.length + " values for " + n + " observations");
    }
    return values;
  }

  private static double[][] rows(NetCdfFile file, String name, int n) {
    double[] flat = file.doubles(name);
    if (n == 0 || flat.length == 0 || flat.length % n != 0) {
      throw file.malformed(name, flat.length + " values for " + n + " observations");
    }
    int layers = flat.length / n;
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * layers, (i + 1) * layers));
    return rows;
  }
}
