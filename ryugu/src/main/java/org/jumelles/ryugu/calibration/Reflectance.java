package org.jumelles.ryugu.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// R = (S - D_S) / (W - D_W) / exposure ratio x R_ref, value by value, with its sigma by first
/// derivatives. Safe from several threads.
///
/// What one band of a pixel does not share with its neighbours (counting, reading, rounding, the
/// draw of the filter) is its noise; sigma has the reference's uncertainty too, which goes together
/// over bands and pixels, and is no noise to a fit.
///
/// @param exposureRatio exposure times gain of the sample over that of the white
/// @param noise none where it is not known; then no sigma is
/// @param saturationDn counts from which on a reading is full; infinite where it is not known
/// @param leastSigmas by how many sigmas a white must be above its dark
public record Reflectance(
    Standard standard,
    double exposureRatio,
    Optional<FrameNoise> noise,
    double saturationDn,
    double leastSigmas,
    Spikes spikes) {
  /// What becomes of values that stand out from their neighbours in the spectrum.
  public enum Spikes {
    MARK,
    REPAIR
  }

  public Reflectance {
    if (!(exposureRatio > 0) || !Double.isFinite(exposureRatio)) {
      throw new IllegalArgumentException("exposure ratio " + exposureRatio);
    }
    if (!(leastSigmas >= 0) || Double.isNaN(saturationDn)) {
      throw new IllegalArgumentException(leastSigmas + " sigmas, saturation at " + saturationDn);
    }
  }

  public Calibrated of(Frames frames) {
    int bands = standard.reflectance().length;
    int length = frames.raw().length;
    Calibrated made =
        new Calibrated(
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new byte[length],
            new ArrayList<>());
    SpectrumKernel kernel = new SpectrumKernel(this);
    SpikeSearch search = new SpikeSearch(bands);
    for (int from = 0; from < length; from += bands) {
      kernel.calibrate(frames, from, made);
      search.mark(made.reflectance(), made.noise(), made.mask(), from);
      if (spikes == Spikes.REPAIR) {
        repair(made, from, bands);
      }
    }
    return made;
  }

  private static void repair(Calibrated made, int from, int bands) {
    byte[] mask = made.mask();
    double[] r = made.reflectance();
    for (int k = from + 1; k + 1 < from + bands; k++) {
      if ((mask[k] & Calibrated.SPIKED) != 0) {
        double now = (r[k - 1] + r[k + 1]) / 2;
        made.repairs().add(new Calibrated.Repair(k, r[k], now));
        r[k] = now;
        for (double[] one :
            List.of(made.sigma(), made.noise(), made.rawTuning(), made.whiteTuning())) {
          one[k] = Math.hypot(one[k - 1], one[k + 1]) / 2;
        }
        mask[k] = (byte) ((mask[k] & ~Calibrated.SPIKED) | Calibrated.REPAIRED);
      }
    }
  }
}
