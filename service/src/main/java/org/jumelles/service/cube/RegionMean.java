package org.jumelles.service.cube;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jumelles.ryugu.cube.Cube;

/// The mean spectrum of a region: sums over the numbers that are there, counted band by band.
///
/// @param mean NaN where a band has no number in the region
/// @param sigma of the mean, one sigma; NaN where it cannot be known
/// @param counts how many pixels are in each mean
/// @param source what the sigma comes from, in words
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RegionMean(double[] mean, double[] sigma, int[] counts, String source) {

  static RegionMean of(Cube cube, Optional<Cube> sigmas, Region region) throws IOException {
    Sums sums = new Sums(cube.bands());
    int step = Math.clamp((1 << 20) / cube.bands(), 1, region.width());
    double[] values = new double[step * cube.bands()];
    double[] errors = new double[sigmas.isPresent() ? values.length : 0];
    for (int line = region.line(); line <= region.toLine(); line++) {
      for (int from = region.sample(); from <= region.toSample(); from += step) {
        int count = Math.min(step, region.toSample() - from + 1);
        long first = (long) line * cube.samples() + from;
        cube.read(first, count, values);
        if (sigmas.isPresent()) {
          sigmas.get().read(first, count, errors);
        }
        sums.add(values, errors, count);
      }
    }
    return sums.end(sigmas.isPresent());
  }

  /// Means and squares by the recurrence of Welford, so that large offsets cost no digits.
  private static final class Sums {
    private final int bands;
    private final double[] mean;
    private final double[] squares;
    private final double[] variances;
    private final int[] counts;

    Sums(int bands) {
      this.bands = bands;
      mean = new double[bands];
      squares = new double[bands];
      variances = new double[bands];
      counts = new int[bands];
    }

    void add(double[] values, double[] errors, int count) {
      for (int i = 0; i < count * bands; i++) {
        int b = i % bands;
        double value = values[i];
        if (Double.isNaN(value)) {
          continue;
        }
        counts[b]++;
        double off = value - mean[b];
        mean[b] += off / counts[b];
        squares[b] += off * (value - mean[b]);
        if (errors.length > 0) {
          variances[b] += errors[i] * errors[i];
        }
      }
    }

    RegionMean end(boolean told) {
      double[] sigma = new double[bands];
      Arrays.fill(sigma, Double.NaN);
      for (int b = 0; b < bands; b++) {
        double n = counts[b];
        if (n == 0) {
          mean[b] = Double.NaN;
        } else if (told) {
          sigma[b] = Math.sqrt(variances[b]) / n;
        } else if (n > 1) {
          sigma[b] = Math.sqrt(squares[b] / (n - 1) / n);
        }
      }
      int most = Arrays.stream(counts).max().orElse(0);
      String source =
          told
              ? "the product's sigma of each pixel, pixels taken as independent"
              : most > 1
                  ? "the scatter of " + most + " pixels, divided by the root of their number"
                  : "not known: one pixel, and the product holds no sigma";
      return new RegionMean(mean, sigma, counts, source);
    }
  }
}
