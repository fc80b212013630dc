package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.util.Optional;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.PointIndices;

/// What a plan measures in each pixel of a block, as one row of numbers a pixel.
final class BandMaps {
  /// Numbers a fitted band: those of [BandFits], chi square, state.
  static final int FIELDS = BandFits.FIELDS + 2;

  private final Optional<BandFitting> fitting;
  private final PointIndices indices;
  private final Optional<Cube> sigmas;
  private final int windows;

  BandMaps(String source, double[] um, boolean[] good, BandPlan plan, Optional<Cube> sigmas) {
    windows = plan.windows().size();
    fitting =
        windows == 0
            ? Optional.empty()
            : Optional.of(BandFitting.of(source, um, good, plan.windows()));
    indices = PointIndices.of(source, um, good, plan.indices());
    this.sigmas = sigmas;
  }

  double[] of(CubeScan.Block block) throws IOException {
    Optional<double[]> sigma = block.sigma();
    if (sigmas.isPresent()) {
      double[] read = new double[block.spectra().length];
      sigmas.get().read(block.firstPixel(), block.count(), read);
      sigma = Optional.of(read);
    }
    return of(block.spectra(), sigma, block.count());
  }

  double[] of(double[] spectra, Optional<double[]> sigma, int count) {
    int width = windows * FIELDS + 2 * indices.count();
    double[] rows = new double[count * width];
    if (fitting.isPresent()) {
      BandFits fits = fitting.get().fit(spectra, sigma, count);
      for (int i = 0; i < count * windows; i++) {
        int to = i / windows * width + i % windows * FIELDS;
        System.arraycopy(fits.values(), i * BandFits.FIELDS, rows, to, BandFits.FIELDS);
        rows[to + BandFits.FIELDS] = fits.reducedChiSquare()[i];
        rows[to + BandFits.FIELDS + 1] = fits.state()[i];
      }
    }
    double[] points = indices.of(spectra, sigma, count);
    int each = 2 * indices.count();
    for (int i = 0; i < count; i++) {
      System.arraycopy(points, i * each, rows, i * width + windows * FIELDS, each);
    }
    return rows;
  }
}
