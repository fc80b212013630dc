package org.jumelles.ryugu.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Fits bands to reflectance itself: a straight continuum times one less Gaussian dips,
/// ```
/// R(x) = (c0 + c1 x) (1 - sum of depth_k exp(-(x - centre_k)^2 / (2 sigma_k^2)))
/// ```
/// over wavelength. A fit of R over its hull would be biased, as noise lifts the hull. Windows that
/// overlap are fitted together, on one continuum, so that neither takes the other's share. Safe
/// from several threads.
public final class BandFitting {
  private final int bands;
  private final int windows;
  private final List<Group> groups;

  /// Windows fitted together: which they are, and the channels they cover.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Group(int[] numbers, int[] channels, DipDesign design) {}

  private BandFitting(int bands, int windows, List<Group> groups) {
    this.bands = bands;
    this.windows = windows;
    this.groups = groups;
  }

  /// @param source what the axis is from, for messages
  /// @param um wavelengths, one a band, in any order
  /// @throws MalformedDataException where a window covers too few good bands to tell its parameters
  public static BandFitting of(
      String source, double[] um, boolean[] good, List<BandWindow> windows) {
    List<Group> groups = new ArrayList<>();
    List<Integer> left =
        new ArrayList<>(
            IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> windows.get(i).lowUm()))
                .toList());
    while (!left.isEmpty()) {
      List<Integer> together = new ArrayList<>(List.of(left.removeFirst()));
      for (boolean more = true; more; ) {
        more =
            left.removeIf(
                i ->
                    together.stream().anyMatch(j -> windows.get(j).overlaps(windows.get(i)))
                        && together.add(i));
      }
      groups.add(group(source, um, good, windows, together));
    }
    return new BandFitting(um.length, windows.size(), List.copyOf(groups));
  }

  private static Group group(
      String source, double[] um, boolean[] good, List<BandWindow> windows, List<Integer> which) {
    List<BandWindow> together = which.stream().map(windows::get).toList();
    double low = together.stream().mapToDouble(BandWindow::lowUm).min().orElseThrow();
    double high = together.stream().mapToDouble(BandWindow::highUm).max().orElseThrow();
    int[] channels =
        IntStream.range(0, um.length)
            .filter(k -> good[k] && um[k] >= low && um[k] <= high)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> um[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    int parameters = DipModel.parameters(together.size());
    if (channels.length <= parameters) {
      throw new MalformedDataException(
          source,
          new Place.Path(together.getFirst().name()),
          "good bands in the window",
          "more than " + parameters + " for as many parameters",
          channels.length + " from " + low + " to " + high + " um");
    }
    return new Group(
        which.stream().mapToInt(Integer::intValue).toArray(),
        channels,
        DipDesign.of(together, Arrays.stream(channels).mapToDouble(k -> um[k]).toArray()));
  }

  /// @param spectra `count` spectra, one after another
  /// @param sigmas of each value, as many; where absent, all of a window are taken for equal and
  ///     their size is told from the residual
  public BandFits fit(double[] spectra, Optional<double[]> sigmas, int count) {
    Objects.checkFromIndexSize(0, count * bands, spectra.length);
    sigmas.ifPresent(given -> Objects.checkFromIndexSize(0, count * bands, given.length));
    BandFits made =
        new BandFits(
            count,
            windows,
            new double[count * windows * BandFits.FIELDS],
            new double[count * windows],
            new byte[count * windows]);
    Arrays.fill(made.values(), Double.NaN);
    Arrays.fill(made.reducedChiSquare(), Double.NaN);
    for (Group group : groups) {
      DipFit fit = new DipFit(group.design());
      for (int i = 0; i < count; i++) {
        fit.clear();
        for (int k = 0; k < group.channels().length; k++) {
          int at = i * bands + group.channels()[k];
          fit.add(k, spectra[at], sigmas.isPresent() ? sigmas.get()[at] : 1);
        }
        byte end = fit.run(sigmas.isPresent());
        for (int band = 0; band < group.numbers().length; band++) {
          keep(fit, band, end, i * windows + group.numbers()[band], made);
        }
      }
    }
    return made;
  }

  private static void keep(DipFit fit, int band, byte end, int to, BandFits made) {
    made.state()[to] = end == BandFits.FITTED ? fit.state(band) : end;
    if (end == BandFits.NO_DATA || end == BandFits.RESTLESS) {
      return;
    }
    double depth = fit.depth(band);
    double sigma = fit.sigmaUm(band);
    double depthSigma = Math.sqrt(fit.covariance(DipModel.depth(band), DipModel.depth(band)));
    double widthSigma = Math.sqrt(fit.covariance(DipModel.width(band), DipModel.width(band)));
    double crossed = fit.covariance(DipModel.depth(band), DipModel.width(band));
    double root = Math.sqrt(2 * Math.PI);
    double area =
        sigma * sigma * depthSigma * depthSigma
            + depth * depth * widthSigma * widthSigma
            + 2 * depth * sigma * crossed;
    double[] fields = {
      fit.centreUm(band),
      Math.sqrt(fit.covariance(DipModel.centre(band), DipModel.centre(band))),
      depth,
      depthSigma,
      DipDesign.FWHM * sigma,
      DipDesign.FWHM * widthSigma,
      root * depth * sigma,
      root * Math.sqrt(Math.max(0, area))
    };
    System.arraycopy(fields, 0, made.values(), to * BandFits.FIELDS, fields.length);
    made.reducedChiSquare()[to] = fit.reducedChiSquare();
  }
}
