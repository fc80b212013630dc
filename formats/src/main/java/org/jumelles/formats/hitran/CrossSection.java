package org.jumelles.formats.hitran;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Absorption of a heavy molecule at one temperature and pressure, at even wavenumbers. Arrays are
/// shared, not copied.
///
/// Two headers are in use: HITRAN's (name in 20 columns) and LBLRTM's (name in 10):
///
/// | field | HITRAN columns | LBLRTM columns |
/// |---|---|---|
/// | molecule | 1-20 | 1-10 |
/// | first, last wavenumber | 21-30, 31-40 | 11-20, 21-30 |
/// | number of points | 41-47 | 31-40 |
/// | temperature K, pressure torr | 48-54, 55-60 | 41-50, 51-60 |
///
/// Rows of ten values in ten columns each follow, cm2 per molecule.
///
/// @param molecule as the header calls it
/// @param firstPerCm wavenumber of the first value
/// @param lastPerCm wavenumber of the last value
/// @param temperatureK of the measurement
/// @param pressureTorr of the measurement; 0 where not told
/// @param cm2 per molecule; noise makes some negative
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CrossSection(
    String molecule,
    double firstPerCm,
    double lastPerCm,
    double temperatureK,
    double pressureTorr,
    double[] cm2) {
  private static final String CLAUSE = "HITRAN cross-section";
  private static final int PER_ROW = 10;
  private static final int WIDTH = 10;
  private static final int GREATEST_BYTES = 64 << 20;
  private static final int GREATEST_POINTS = 10_000_000;

  /// All cross-sections of a file; refused with line, column and field where one is cut or corrupt.
  public static Outcome<List<CrossSection>> read(Bytes bytes) {
    try {
      if (bytes.size() > GREATEST_BYTES) {
        throw bytes.malformed(0, "size", CLAUSE, bytes.size() + " bytes");
      }
      String text = bytes.text(0, bytes.size(), StandardCharsets.ISO_8859_1, "file");
      return new Outcome.Good<>(new Reader(bytes.source(), text.split("\r?\n", -1)).all());
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  /// Goes through the rows.
  private static final class Reader {
    private final String source;
    private final String[] rows;
    private int at;

    Reader(String source, String[] rows) {
      this.source = source;
      this.rows = rows;
    }

    List<CrossSection> all() {
      List<CrossSection> found = new ArrayList<>();
      while (at < rows.length) {
        if (rows[at].isBlank()) {
          at++;
        } else {
          found.add(one());
        }
      }
      if (found.isEmpty()) {
        throw malformed(1, "header", "none");
      }
      return List.copyOf(found);
    }

    private CrossSection one() {
      String header = rows[at];
      boolean wide = !cell(header, 11, 20).strip().matches("[-+.\\dE]+");
      double first = wide ? number(header, 21, 30, "first") : number(header, 11, 20, "first");
      double last = wide ? number(header, 31, 40, "last") : number(header, 21, 30, "last");
      double points = wide ? number(header, 41, 47, "points") : number(header, 31, 40, "points");
      double kelvin =
          wide ? number(header, 48, 54, "temperature") : number(header, 41, 50, "temperature");
      String torr = (wide ? cell(header, 55, 60) : cell(header, 51, 60)).strip();
      double pressure = torr.isEmpty() ? 0 : number(torr, 1, torr.length(), "pressure");
      if (!(last > first) || !(points >= 2 && points <= GREATEST_POINTS) || !(kelvin > 0)) {
        throw malformed(1, "header", "'" + header.strip() + "'");
      }
      long rowsLeft = rows.length - at - 1L;
      if (points > rowsLeft * PER_ROW) {
        throw malformed(1, "points", (long) points + " in " + rowsLeft + " rows");
      }
      at++;
      double[] values = new double[(int) points];
      for (int i = 0; i < values.length; i++) {
        if (i > 0 && i % PER_ROW == 0) {
          at++;
        }
        int column = WIDTH * (i % PER_ROW) + 1;
        values[i] = number(rows[at], column, column + WIDTH - 1, "cross-section");
      }
      at++;
      return new CrossSection(
          cell(header, 1, wide ? 20 : 10).strip(), first, last, kelvin, pressure, values);
    }

    private static String cell(String row, int first, int last) {
      return row.length() < first ? "" : row.substring(first - 1, Math.min(last, row.length()));
    }

    private double number(String row, int first, int last, String field) {
      String digits = cell(row, first, last).strip();
      try {
        double value = Double.parseDouble(digits);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException unreadable) {
        MalformedDataException malformed = malformed(first, field, "'" + digits + "'");
        malformed.initCause(unreadable);
        throw malformed;
      }
      throw malformed(first, field, "'" + digits + "'");
    }

    private MalformedDataException malformed(int column, String field, String found) {
      return new MalformedDataException(
          source,
          new Place.LineColumn(Math.min(at, rows.length - 1) + 1, column),
          field,
          CLAUSE,
          found);
    }
  }
}
