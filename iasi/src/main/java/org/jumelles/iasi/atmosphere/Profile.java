package org.jumelles.iasi.atmosphere;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Temperature and gases against pressure, from the ground up. Arrays are shared, not copied.
///
/// @param source where it comes from
/// @param pressureHPa falling
/// @param temperatureK at these pressures
/// @param shares of all molecules, by HITRAN's number of the molecule; a row may be empty
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Profile(
    String source, double[] pressureHPa, double[] temperatureK, double[][] shares) {
  private static final String CLAUSE = "profile of an atmosphere";
  private static final int GREATEST_MOLECULE = 49;

  public Profile {
    int n = pressureHPa.length;
    if (n < 2 || temperatureK.length != n) {
      throw new IllegalArgumentException(
          n + " pressures, " + temperatureK.length + " temperatures");
    }
    for (double[] share : shares) {
      if (share.length != 0 && share.length != n) {
        throw new IllegalArgumentException(share.length + " shares for " + n + " levels");
      }
    }
  }

  /// Reads pressure, temperature and gases out of a table, in whichever of the usual units it
  /// tells; refused where a required column is missing, a unit is not known, a value is out of
  /// range, or the pressures do not rise or fall throughout.
  public static Outcome<Profile> of(ProfileTable table) {
    try {
      double[] pressures = required(table, List.of("pressure", "p", "press"), Quantity.PRESSURE);
      double[] temperatures =
          required(table, List.of("temperature", "temp", "t"), Quantity.TEMPERATURE);
      double[][] shares = new double[GREATEST_MOLECULE + 1][0];
      for (int i = 0; i < table.names().size(); i++) {
        OptionalInt molecule = Isotopologue.molecule(table.names().get(i));
        if (molecule.isPresent()) {
          shares[molecule.getAsInt()] = values(table, i, Quantity.SHARE);
        }
      }
      if (shares[1].length == 0) {
        throw malformed(table, 1, "H2O", "no column");
      }
      boolean falls = pressures[0] > pressures[pressures.length - 1];
      for (int i = 1; i < pressures.length; i++) {
        if (pressures[i] < pressures[i - 1] != falls || pressures[i] == pressures[i - 1]) {
          throw malformed(
              table,
              table.firstLine() + i,
              "pressure",
              pressures[i] + " hPa after " + pressures[i - 1] + ": not monotonic");
        }
      }
      if (!falls) {
        reverse(pressures);
        reverse(temperatures);
        Arrays.stream(shares).forEach(Profile::reverse);
      }
      return new Outcome.Good<>(new Profile(table.source(), pressures, temperatures, shares));
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  /// The gases that it tells, by HITRAN's number.
  public List<Integer> molecules() {
    List<Integer> found = new ArrayList<>();
    for (int m = 1; m < shares.length; m++) {
      if (shares[m].length > 0) {
        found.add(m);
      }
    }
    return found;
  }

  /// What a column holds, with the factors of the units.
  private enum Quantity {
    PRESSURE(1e-7, 1200, "hPa mb mbar"),
    TEMPERATURE(100, 400, "K"),
    SHARE(0, 1, "1 ppV vmr");

    final double least;
    final double greatest;
    final String plain;

    Quantity(double least, double greatest, String plain) {
      this.least = least;
      this.greatest = greatest;
      this.plain = plain;
    }

    double factor(String unit) {
      if (List.of(plain.split(" ", -1)).contains(unit)) {
        return 1;
      }
      return switch (this) {
        case PRESSURE ->
            switch (unit) {
              case "Pa" -> 1e-2;
              case "g/(cm.s^2)", "dyn/cm2" -> 1e-3;
              default -> Double.NaN;
            };
        case TEMPERATURE -> Double.NaN;
        case SHARE ->
            switch (unit) {
              case "ppm", "ppmv" -> 1e-6;
              case "ppb", "ppbv" -> 1e-9;
              default -> Double.NaN;
            };
      };
    }
  }

  private static double[] required(ProfileTable table, List<String> names, Quantity quantity) {
    for (String name : names) {
      OptionalInt column = table.column(name);
      if (column.isPresent()) {
        return values(table, column.getAsInt(), quantity);
      }
    }
    throw malformed(table, 1, names.getFirst(), "no column");
  }

  private static double[] values(ProfileTable table, int column, Quantity quantity) {
    double factor = quantity.factor(table.units().get(column));
    String name = table.names().get(column);
    if (Double.isNaN(factor)) {
      throw malformed(table, 1, name, "unit '" + table.units().get(column) + "'");
    }
    double[] values = table.values(column);
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
      if (!(values[i] >= quantity.least && values[i] <= quantity.greatest)) {
        throw malformed(
            table,
            table.firstLine() + i,
            name,
            values[i]
                + ", not in "
                + quantity.least
                + " to "
                + quantity.greatest
                + " "
                + quantity.plain);
      }
    }
    return values;
  }

  private static void reverse(double[] values) {
    for (int i = 0; i < values.length / 2; i++) {
      double kept = values[i];
      values[i] = values[values.length - 1 - i];
      values[values.length - 1 - i] = kept;
    }
  }

  private static MalformedDataException malformed(
      ProfileTable table, int line, String field, String found) {
    return new MalformedDataException(
        new Defect(table.source(), new Place.LineColumn(line, 1), field, CLAUSE, found));
  }
}
