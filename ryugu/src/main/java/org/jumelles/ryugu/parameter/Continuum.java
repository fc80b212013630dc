package org.jumelles.ryugu.parameter;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.matrix.Products;

/// The upper convex hull of a spectrum over its true axis [ClarkRoush1984].
///
/// The hull over wavelength is not that over wavenumber: the caller names which one it is. Bands
/// that are bad, and values that are no number, are not on the hull and stay without a value; so
/// does a band where the hull is not above zero.
public final class Continuum {
  private final int bands;
  private final int[] order;
  private final double[] axis;
  private final boolean inOrder;

  private Continuum(int bands, int[] order, double[] axis) {
    this.bands = bands;
    this.order = order;
    this.axis = axis;
    inOrder = order.length == bands && IntStream.range(0, bands).allMatch(k -> order[k] == k);
  }

  /// @param source what the axis is from, for messages
  /// @param axis one value a band, in any order
  /// @throws MalformedDataException where a good band has no finite value, or two have the same, or
  ///     fewer than two are good
  public static Continuum over(String source, double[] axis, boolean[] good) {
    if (good.length != axis.length) {
      throw new IllegalArgumentException(good.length + " flags for " + axis.length + " bands");
    }
    int[] order =
        IntStream.range(0, axis.length)
            .filter(k -> good[k])
            .boxed()
            .sorted((i, j) -> Double.compare(axis[i], axis[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (order.length < 2) {
      throw malformed(source, "good bands", order.length + " where a hull needs two");
    }
    double[] sorted = Arrays.stream(order).mapToDouble(k -> axis[k]).toArray();
    for (int k = 0; k < sorted.length; k++) {
      String band = "band " + (order[k] + 1);
      if (!Double.isFinite(sorted[k])) {
        throw malformed(source, band, "no number on the axis");
      }
      if (k > 0 && sorted[k] == sorted[k - 1]) {
        throw malformed(
            source, band, "at " + sorted[k] + ", where band " + (order[k - 1] + 1) + " is too");
      }
    }
    return new Continuum(axis.length, order, sorted);
  }

  private static MalformedDataException malformed(String source, String place, String found) {
    return new MalformedDataException(
        source, new Place.Path(place), "axis", "one value a good band", found);
  }

  /// Each spectrum divided by its hull: 1 on the hull, less in a band; NaN where there is none.
  ///
  /// @param spectra `count` spectra, one after another
  /// @param out as long; may be `spectra`
  public void remove(double[] spectra, int count, double[] out) {
    Objects.checkFromIndexSize(0, count * bands, spectra.length);
    Objects.checkFromIndexSize(0, count * bands, out.length);
    double[] x = new double[order.length];
    double[] y = new double[order.length];
    int[] at = new int[order.length];
    int[] hull = new int[order.length];
    for (int i = 0; i < count; i++) {
      int from = i * bands;
      if (inOrder && Products.allFinite(spectra, from, bands)) {
        int corners = HullKernel.upper(axis, 0, spectra, from, bands, hull);
        HullKernel.divide(axis, spectra, from, hull, corners, out);
        continue;
      }
      int size = gather(spectra, from, x, y, at);
      Arrays.fill(out, from, from + bands, Double.NaN);
      if (size < 2) {
        continue;
      }
      int corners = HullKernel.upper(x, 0, y, 0, size, hull);
      HullKernel.divide(x, y, 0, hull, corners, y);
      for (int k = 0; k < size; k++) {
        out[from + at[k]] = y[k];
      }
    }
  }

  private int gather(double[] spectra, int from, double[] x, double[] y, int[] at) {
    int size = 0;
    for (int k = 0; k < order.length; k++) {
      double value = spectra[from + order[k]];
      if (Double.isFinite(value)) {
        x[size] = axis[k];
        y[size] = value;
        at[size++] = order[k];
      }
    }
    return size;
  }
}
