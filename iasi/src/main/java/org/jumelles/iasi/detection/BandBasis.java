package org.jumelles.iasi.detection;

import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.spectrum.Channels;

/// The principal components of one band, in units of the instrument's noise.
///
/// A spectrum R becomes `y = R / NEdR - mean`, its scores `s = E y`, and its reconstruction
/// `NEdR (mean + E' s)`. Arrays are shared, not copied.
///
/// @param firstChannel of the band, from one
/// @param vectors E: one row a component, one column a channel; rows are orthonormal
/// @param eigenvalues of the covariance of y, descending
/// @param mean of R / NEdR
/// @param noise NEdR in W m-2 sr-1 (m-1)-1
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record BandBasis(
    int firstChannel, double[][] vectors, double[] eigenvalues, double[] mean, double[] noise) {
  /// Orthonormal within this; EUMETSAT's own are to 4e-12.
  private static final double ORTHONORMAL = 1e-6;

  private static final int MOST_VECTORS = 1000;

  public int channels() {
    return mean.length;
  }

  /// The number of components.
  public int size() {
    return vectors.length;
  }

  public int lastChannel() {
    return firstChannel + channels() - 1;
  }

  /// Reads one of EUMETSAT's `IASI_EV?_xx_Mxx` files.
  ///
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where sizes disagree, noise is not
  /// above zero or the vectors are not orthonormal
  public static BandBasis read(NetCdfFile file) {
    int first = whole(file, "FirstChannel", 1, Channels.COUNT);
    int channels = whole(file, "NbrChannels", 1, Channels.COUNT - first + 1);
    int size = whole(file, "NbrEigenvectors", 1, Math.min(MOST_VECTORS, channels));
    double[] flat = numbers(file, "Eigenvectors", (long) size * channels);
    double[][] vectors = new double[size][channels];
    for (int i = 0; i < size; i++) {
      System.arraycopy(flat, i * channels, vectors[i], 0, channels);
    }
    BandBasis basis =
        new BandBasis(
            first,
            vectors,
            numbers(file, "Eigenvalues", size),
            numbers(file, "Mean", channels),
            numbers(file, "Nedr", channels));
    basis.check(file);
    return basis;
  }

  private void check(NetCdfFile file) {
    for (int i = 0; i < channels(); i++) {
      if (!(noise[i] > 0 && noise[i] < 1)) {
        throw file.malformed("Nedr", "noise " + noise[i] + " in channel " + (firstChannel + i));
      }
    }
    for (int i = 0; i < size(); i++) {
      if (!(eigenvalues[i] > 0) || (i > 0 && eigenvalues[i] > eigenvalues[i - 1])) {
        throw file.malformed(
            "Eigenvalues", "number " + (i + 1) + " is " + eigenvalues[i] + ", not falling above 0");
      }
      for (int j = Math.max(0, i - 1); j <= i; j++) {
        double product = Combination.product(vectors[i], vectors[j]);
        if (!(Math.abs(product - (i == j ? 1 : 0)) < ORTHONORMAL)) {
          throw file.malformed(
              "Eigenvectors",
              "vectors " + (i + 1) + " and " + (j + 1) + " have product " + product);
        }
      }
    }
  }

  private static int whole(NetCdfFile file, String name, int least, int most) {
    double value = file.number(name).orElse(Double.NaN);
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw file.malformed(
          name, "attribute " + value + ", wanted a whole number from " + least + " to " + most);
    }
    return (int) value;
  }

  private static double[] numbers(NetCdfFile file, String name, long count) {
    long found = 1;
    for (int length : file.shape(name)) {
      found *= length;
    }
    if (found != count) {
      throw file.malformed(name, found + " values instead of " + count);
    }
    return file.doubles(name);
  }
}
