package org.jumelles.ryugu.cube;

import java.util.Arrays;
import java.util.Optional;

/// The spectral axis: what each band is of, and which bands are good.
///
/// @param values one a band, in `unit`; band numbers from one where the unit is BAND
/// @param fullWidths the width at half maximum of each band, where the file gives it
/// @param good false for bands that the file or the caller calls bad
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Axis(double[] values, Unit unit, Optional<double[]> fullWidths, boolean[] good) {
  /// Units of a spectral axis.
  public enum Unit {
    NANOMETRE,
    MICROMETRE,
    PER_CM,
    /// Only the number of the band is known.
    BAND
  }

  public int bands() {
    return values.length;
  }

  /// The axis in micrometres.
  ///
  /// @throws IllegalStateException where only band numbers are known
  public double[] micrometres() {
    return switch (unit) {
      case MICROMETRE -> values.clone();
      case NANOMETRE -> Arrays.stream(values).map(v -> v / 1e3).toArray();
      case PER_CM -> Arrays.stream(values).map(v -> 1e4 / v).toArray();
      case BAND -> throw new IllegalStateException("the file gives no wavelengths, only bands");
    };
  }
}
