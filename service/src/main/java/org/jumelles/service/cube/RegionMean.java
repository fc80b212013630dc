package org.jumelles.service.cube;

import java.io.IOException;
import java.util.Arrays;
import org.jumelles.pipeline.recipe.ryugu.StoredPixels;
import org.jumelles.ryugu.calibration.MeanSpectrum;
import org.jumelles.ryugu.cube.Cube;

/// The mean spectrum of a region: sums over the numbers that are there, counted band by band.
///
/// @param mean NaN where a band has no number in the region
/// @param sigma of the mean, one sigma; NaN where it cannot be known
/// @param noise what of it bands do not share: what a fit is given
/// @param counts how many pixels are in each mean
/// @param source what the sigma comes from, in words
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RegionMean(double[] mean, double[] sigma, double[] noise, int[] counts, String source) {

  /// From the scatter of the region's pixels: nothing is told of their sigma.
  static RegionMean of(Cube cube, Region region) throws IOException {
    Sums sums = new Sums(cube.bands());
    double[] values = new double[step(cube, region) * cube.bands()];
    each(
        cube,
        region,
        (first, count) -> {
          cube.read(first, count, values);
          sums.add(values, count);
        });
    return sums.end();
  }

  /// From what a calibrated product tells of its pixels, as its recipes take it.
  static RegionMean of(StoredPixels pixels, Region region) throws IOException {
    MeanSpectrum spectrum = new MeanSpectrum(pixels.cube().bands());
    each(
        pixels.cube(),
        region,
        (first, count) -> {
          MeanSpectrum.Pixels read = pixels.read(first, count);
          for (int i = 0; i < count; i++) {
            spectrum.add(read, i);
          }
        });
    String source =
        pixels.tellTuning()
            ? "the product's sigma of each pixel; the filter's jitter and the reference's part, "
                + "which pixels share, whole; fits take all but the reference's"
            : "the product's sigma of each pixel, pixels taken as independent";
    return new RegionMean(
        spectrum.mean(), spectrum.sigma(), spectrum.noise(), spectrum.counts(), source);
  }

  /// What is done with a stretch of pixels on one line.
  private interface Stretch {
    void read(long first, int count) throws IOException;
  }

  private static int step(Cube cube, Region region) {
    return Math.clamp((1 << 20) / cube.bands(), 1, region.width());
  }

  private static void each(Cube cube, Region region, Stretch stretch) throws IOException {
    int step = step(cube, region);
    for (int line = region.line(); line <= region.toLine(); line++) {
      for (int from = region.sample(); from <= region.toSample(); from += step) {
        int count = Math.min(step, region.toSample() - from + 1);
        stretch.read((long) line * cube.samples() + from, count);
      }
    }
  }

  /// Means and squares by the recurrence of Welford, so that large offsets cost no digits.
  private static final class Sums {
    private final int bands;
    private final double[] mean;
    private final double[] squares;
    private final int[] counts;

    Sums(int bands) {
      this.bands = bands;
      mean = new double[bands];
      squares = new double[bands];
      counts = new int[bands];
    }

    void add(double[] values, int count) {
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
      }
    }

    RegionMean end() {
      double[] sigma = new double[bands];
      Arrays.fill(sigma, Double.NaN);
      for (int b = 0; b < bands; b++) {
        double n = counts[b];
        if (n == 0) {
          mean[b] = Double.NaN;
        } else if (n > 1) {
          sigma[b] = Math.sqrt(squares[b] / (n - 1) / n);
        }
      }
      int most = Arrays.stream(counts).max().orElse(0);
      String source =
          most > 1
              ? "the scatter of " + most + " pixels, divided by the root of their number"
              : "not known: one pixel, and the product holds no sigma";
      return new RegionMean(mean, sigma, sigma, counts, source);
    }
  }
}
