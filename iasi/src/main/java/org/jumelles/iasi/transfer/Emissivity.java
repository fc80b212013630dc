package org.jumelles.iasi.transfer;

import java.util.Arrays;
import java.util.List;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// What share of a black body's light a ground radiates, by wavenumber: the user's own table.
/// Linear in the logarithm of the wavenumber, the end's value beyond the ends.
///
/// @param source in words
/// @param wavenumberPerCm ascending, above zero; shared, not copied, likewise `emissivity`
/// @param emissivity above 0, at most 1
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Emissivity(String source, double[] wavenumberPerCm, double[] emissivity) {
  /// The first row of such a table.
  public static final String HEADER = "wavenumber_per_cm,emissivity";

  /// A ground that radiates all that can be radiated.
  public static final Emissivity BLACK =
      new Emissivity("black ground", new double[] {1000}, new double[] {1});

  public Emissivity {
    if (wavenumberPerCm.length == 0 || wavenumberPerCm.length != emissivity.length) {
      throw new IllegalArgumentException(
          wavenumberPerCm.length + " wavenumbers of " + emissivity.length + " emissivities");
    }
  }

  /// @param lines the first is [#HEADER]; blank ones and those that begin with `#` are passed over
  /// @throws MalformedDataException where a row is no such pair, or wavenumbers do not ascend
  public static Emissivity ofCsv(String source, List<String> lines) {
    double[] nu = new double[lines.size()];
    double[] share = new double[lines.size()];
    int n = 0;
    boolean named = false;
    for (int i = 0; i < lines.size(); i++) {
      String row = lines.get(i).strip();
      if (row.isEmpty() || row.startsWith("#")) {
        continue;
      }
      if (!named) {
        named = row.equalsIgnoreCase(HEADER);
        if (!named) {
          throw malformed(source, i, row);
        }
        continue;
      }
      String[] cells = row.split(",", -1);
      nu[n] = cells.length == 2 ? number(cells[0]) : Double.NaN;
      share[n] = cells.length == 2 ? number(cells[1]) : Double.NaN;
      boolean ascends = nu[n] > (n == 0 ? 0 : nu[n - 1]) && nu[n] <= 50_000;
      if (!ascends || !(share[n] > 0 && share[n] <= 1)) {
        throw malformed(source, i, row);
      }
      n++;
    }
    if (n == 0) {
      throw malformed(source, Math.max(0, lines.size() - 1), "no row of numbers");
    }
    return new Emissivity("emissivity of " + source, Arrays.copyOf(nu, n), Arrays.copyOf(share, n));
  }

  /// At a wavenumber, cm-1.
  public double at(double perCm) {
    int last = wavenumberPerCm.length - 1;
    if (!(perCm > wavenumberPerCm[0])) {
      return emissivity[0];
    }
    if (perCm >= wavenumberPerCm[last]) {
      return emissivity[last];
    }
    int i = 0;
    while (perCm > wavenumberPerCm[i + 1]) {
      i++;
    }
    double part =
        Math.log(perCm / wavenumberPerCm[i])
            / Math.log(wavenumberPerCm[i + 1] / wavenumberPerCm[i]);
    return emissivity[i] + part * (emissivity[i + 1] - emissivity[i]);
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell.strip());
    } catch (NumberFormatException unreadable) {
      return Double.NaN;
    }
  }

  private static MalformedDataException malformed(String source, int row, String found) {
    return new MalformedDataException(
        source,
        new Place.LineColumn(row + 1, 1),
        "row",
        HEADER + ", wavenumbers ascending, 0 < emissivity <= 1",
        "'" + found + "'");
  }
}
