package org.jumelles.ryugu.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jumelles.kernel.outcome.Defect;

/// The spectral axis from what a file says of it; what is odd about it is a defect.
///
/// @param bands how many there are
/// @param complaint makes a defect of a clause and what was found
public record AxisReading(
    int bands, BiFunction<String, String, Defect> complaint, List<Defect> defects) {

  /// @param values none where the file gives none
  /// @param unit as the file spells it
  /// @param widths none where the file gives none
  /// @param good none where the file gives none
  public Axis read(double[] values, Optional<String> unit, double[] widths, double[] good) {
    boolean[] kept = new boolean[bands];
    Arrays.fill(kept, true);
    if (fits(good, "flags of good bands")) {
      for (int i = 0; i < bands; i++) {
        kept[i] = good[i] > 0;
      }
    }
    if (!fits(values, "values of the spectral axis")) {
      return new Axis(Axis.ofBands(bands).values(), Axis.Unit.BAND, Optional.empty(), kept);
    }
    Axis.Unit meant = unit.flatMap(AxisReading::unit).orElse(Axis.Unit.UNKNOWN);
    if (unit.isPresent() && meant == Axis.Unit.UNKNOWN) {
      tell("nm, um or cm-1", "the unit '" + unit.get() + "' is not known here");
    }
    order(values);
    return new Axis(
        values,
        meant,
        fits(widths, "widths of bands") ? Optional.of(widths) : Optional.empty(),
        kept);
  }

  /// The unit by any of the spellings in use.
  static Optional<Axis.Unit> unit(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "nm", "nanometer", "nanometers", "nanometre", "nanometres" ->
          Optional.of(Axis.Unit.NANOMETRE);
      case "um",
          "\u00B5m",
          "\u03BCm",
          "micron",
          "microns",
          "micrometer",
          "micrometers",
          "micrometre",
          "micrometres" ->
          Optional.of(Axis.Unit.MICROMETRE);
      case "cm-1",
          "cm^-1",
          "cm**-1",
          "1/cm",
          "cm\u207B\u00B9",
          "wavenumber",
          "wavenumbers",
          "wavenumber (cm-1)" ->
          Optional.of(Axis.Unit.PER_CM);
      default -> Optional.empty();
    };
  }

  private boolean fits(double[] values, String what) {
    if (values.length != 0 && values.length != bands) {
      tell("one a band", values.length + " " + what + " for " + bands + " bands: not used");
    }
    return values.length == bands;
  }

  private void order(double[] values) {
    List<Integer> equal = new ArrayList<>();
    int falls = 0;
    int firstFall = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || values[i] <= 0) {
        tell("a positive number a band", "band " + (i + 1) + " is at " + values[i]);
        return;
      }
      if (i > 0 && values[i] == values[i - 1]) {
        equal.add(i + 1);
      } else if (i > 0 && values[i] < values[i - 1]) {
        firstFall = falls++ == 0 ? i + 1 : firstFall;
      }
    }
    if (!equal.isEmpty()) {
      tell(
          "one value a band",
          equal.size()
              + " bands repeat the value before them, the first is band "
              + equal.getFirst());
    }
    if (falls > 0) {
      tell("ascending", "the axis falls " + falls + " times, first at band " + firstFall);
    }
  }

  private void tell(String clause, String found) {
    defects.add(complaint.apply(clause, found));
  }
}
