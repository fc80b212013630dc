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
    NANOMETRE("nm"),
    MICROMETRE("um"),
    PER_CM("cm-1"),
    /// Only the number of the band is known.
    BAND("band"),
    /// There are values, but the file does not say of what, or in a unit that is not known here.
    UNKNOWN("unknown");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Axis {
    if (values.length == 0 || good.length != values.length) {
      throw new IllegalArgumentException(values.length + " bands, good of " + good.length);
    }
    if (fullWidths.isPresent() && fullWidths.get().length != values.length) {
      throw new IllegalArgumentException(
          values.length + " bands, widths of " + fullWidths.get().length);
    }
  }

  /// Bands of which only the number is known, all good.
  public static Axis ofBands(int bands) {
    double[] numbers = new double[bands];
    boolean[] good = new boolean[bands];
    for (int i = 0; i < bands; i++) {
      numbers[i] = i + 1;
      good[i] = true;
    }
    return new Axis(numbers, Unit.BAND, Optional.empty(), good);
  }

  public int bands() {
    return values.length;
  }

  /// The axis in micrometres.
  ///
  /// @throws IllegalStateException where only band numbers, or no known unit, are known
  public double[] micrometres() {
    return switch (unit) {
      case MICROMETRE -> values.clone();
      case NANOMETRE -> Arrays.stream(values).map(v -> v / 1e3).toArray();
      case PER_CM -> Arrays.stream(values).map(v -> 1e4 / v).toArray();
      case BAND -> throw new IllegalStateException("the file gives no wavelengths, only bands");
      case UNKNOWN ->
          throw new IllegalStateException(
              "the file does not say in which unit its wavelengths are");
    };
  }
}
