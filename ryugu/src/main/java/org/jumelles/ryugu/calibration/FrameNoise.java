package org.jumelles.ryugu.calibration;

import java.util.Optional;

/// The noise of all frames of one scene.
///
/// @param reading of one reading
/// @param averaged of how many readings each frame is the mean
/// @param whole whether frames are stored as whole numbers, which adds a twelfth of a DN squared
/// @param tuning of the filter, where there is one and its jitter is known
public record FrameNoise(
    NoiseModel reading, Averaged averaged, boolean whole, Optional<FilterTuning> tuning) {
  private static final double ROUNDING_DN2 = 1 / 12.0;

  /// How many readings are in a frame; the dark of the white is one of `dark`.
  public record Averaged(int raw, int dark, int white) {
    public static final Averaged SINGLE = new Averaged(1, 1, 1);

    public Averaged {
      if (raw < 1 || dark < 1 || white < 1) {
        throw new IllegalArgumentException(
            "means of " + raw + ", " + dark + " and " + white + " readings");
      }
    }
  }

  /// Single readings in any numbers, and no filter.
  public static FrameNoise single(NoiseModel reading) {
    return new FrameNoise(reading, Averaged.SINGLE, false, Optional.empty());
  }

  /// The variance of a count, DN squared: that of no light, and so much a DN above the bias.
  record Variance(double dark, double perDn, double biasDn) {
    double of(double count) {
      return dark + perDn * Math.max(0, count - biasDn);
    }
  }

  Variance raw() {
    return variance(averaged.raw);
  }

  Variance dark() {
    return variance(averaged.dark);
  }

  Variance white() {
    return variance(averaged.white);
  }

  private Variance variance(int readings) {
    double read = reading.readDn();
    return new Variance(
        read * read / readings + (whole ? ROUNDING_DN2 : 0),
        1 / (reading.gainElectronsPerDn() * readings),
        reading.biasDn());
  }
}
