package org.jumelles.ryugu.parameter;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Point indices of blocks of spectra, each by the nearest good bands. Safe from several threads.
public final class PointIndices {
  private final int bands;
  private final List<PointIndex> indices;
  private final int[][] channels;

  private PointIndices(int bands, List<PointIndex> indices, int[][] channels) {
    this.bands = bands;
    this.indices = indices;
    this.channels = channels;
  }

  /// @throws MalformedDataException where two of an index fall on one band, or a wavelength lies
  ///     more than a band beyond the axis
  public static PointIndices of(
      String source, double[] um, boolean[] good, List<PointIndex> indices) {
    int[][] channels = new int[indices.size()][];
    for (int i = 0; i < channels.length; i++) {
      double[] at = indices.get(i).atUm();
      channels[i] = new int[at.length];
      for (int j = 0; j < at.length; j++) {
        channels[i][j] = nearest(source, um, good, indices.get(i).name(), at[j]);
        for (int before = 0; before < j; before++) {
          if (channels[i][before] == channels[i][j]) {
            throw malformed(source, indices.get(i).name(), "two wavelengths fall on one band");
          }
        }
      }
    }
    return new PointIndices(um.length, List.copyOf(indices), channels);
  }

  private static int nearest(
      String source, double[] um, boolean[] good, String name, double wanted) {
    int best = -1;
    double spacing = Double.POSITIVE_INFINITY;
    for (int k = 0; k < um.length; k++) {
      if (good[k] && (best < 0 || Math.abs(um[k] - wanted) < Math.abs(um[best] - wanted))) {
        best = k;
      }
    }
    for (int k = 0; k < um.length; k++) {
      if (best >= 0 && k != best && good[k]) {
        spacing = Math.min(spacing, Math.abs(um[k] - um[best]));
      }
    }
    if (best < 0 || Math.abs(um[best] - wanted) > spacing) {
      throw malformed(source, name, "no good band near " + wanted + " um");
    }
    return best;
  }

  private static MalformedDataException malformed(String source, String name, String found) {
    return new MalformedDataException(
        source, new Place.Path(name), "wavelength", "a good band for each", found);
  }

  public int count() {
    return indices.size();
  }

  /// Value and sigma of each index, pixel after pixel; the sigma is NaN where none is given.
  public double[] of(double[] spectra, Optional<double[]> sigmas, int count) {
    double[] out = new double[count * indices.size() * 2];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < channels.length; j++) {
        int to = (i * channels.length + j) * 2;
        double[] r = picked(spectra, i, channels[j]);
        out[to] = indices.get(j).value(r);
        out[to + 1] = Double.NaN;
        if (sigmas.isPresent()) {
          double[] slopes = indices.get(j).slopes(r);
          double[] sigma = picked(sigmas.get(), i, channels[j]);
          double sum = 0;
          for (int k = 0; k < r.length; k++) {
            // No power: compiled and interpreted ones differ in the last bit.
            double part = slopes[k] * sigma[k];
            sum += part * part;
          }
          out[to + 1] = Math.sqrt(sum);
        }
      }
    }
    return out;
  }

  private double[] picked(double[] values, int pixel, int[] which) {
    double[] r = new double[which.length];
    for (int k = 0; k < r.length; k++) {
      r[k] = values[pixel * bands + which[k]];
    }
    return r;
  }
}
