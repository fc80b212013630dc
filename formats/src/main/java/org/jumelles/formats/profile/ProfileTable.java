package org.jumelles.formats.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// A table of levels.
///
/// @param source the file's name
/// @param names of the columns, as the file writes them
/// @param units of the columns, as the file writes them
/// @param rows one array a level, as long as there are columns; shared, not copied
/// @param firstLine the line of the first row in the file, from one
public record ProfileTable(
    String source, List<String> names, List<String> units, List<double[]> rows, int firstLine) {
  private static final String CLAUSE = "table of levels with names and units";
  private static final int GREATEST_BYTES = 16 << 20;

  public ProfileTable {
    names = List.copyOf(names);
    units = List.copyOf(units);
    rows = List.copyOf(rows);
  }

  /// Reads a table; refused with line and column where it has no names, no units, no rows, or a
  /// cell that is no number.
  public static Outcome<ProfileTable> read(Bytes bytes) {
    try {
      if (bytes.size() > GREATEST_BYTES) {
        throw bytes.malformed(0, "size", CLAUSE, bytes.size() + " bytes");
      }
      String text = bytes.text(0, bytes.size(), StandardCharsets.UTF_8, "file");
      return new Outcome.Good<>(new Reader(bytes.source()).read(text.split("\r?\n", -1)));
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  /// The column of that name, whatever its case.
  public OptionalInt column(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// A column's values, level by level.
  public double[] values(int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /// Goes through the lines.
  private static final class Reader {
    private final String source;
    private List<String> names = List.of();
    private List<String> units = List.of();
    private final List<double[]> rows = new ArrayList<>();
    private int firstLine;

    Reader(String source) {
      this.source = source;
    }

    ProfileTable read(String[] lines) {
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i].strip();
        if (line.startsWith("#what:")) {
          names = words(line.substring("#what:".length()));
        } else if (line.startsWith("#units:")) {
          units = words(line.substring("#units:".length()));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          row(i + 1, line);
        }
      }
      if (rows.isEmpty()) {
        throw malformed(lines.length, 1, "rows", "none");
      }
      return new ProfileTable(source, names, units, rows, firstLine);
    }

    private void row(int number, String line) {
      if (names.isEmpty() && line.contains("_")) {
        csvHeader(number, line);
        return;
      }
      if (names.isEmpty() || names.size() != units.size()) {
        throw malformed(
            number, 1, "header", names.size() + " names and " + units.size() + " units");
      }
      List<String> cells = words(line);
      if (cells.size() != names.size()) {
        throw malformed(
            number, 1, "row", cells.size() + " numbers for " + names.size() + " columns");
      }
      double[] row = new double[cells.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = number(number, line, names.get(i), cells.get(i));
      }
      firstLine = rows.isEmpty() ? number : firstLine;
      rows.add(row);
    }

    private void csvHeader(int number, String line) {
      List<String> heads = new ArrayList<>();
      List<String> told = new ArrayList<>();
      for (String cell : words(line)) {
        int cut = cell.indexOf('_');
        if (cut < 1) {
          throw malformed(number, line.indexOf(cell) + 1, "header", "'" + cell + "' has no unit");
        }
        heads.add(cell.substring(0, cut));
        told.add(cell.substring(cut + 1));
      }
      names = heads;
      units = told;
    }

    private double number(int line, String text, String field, String cell) {
      try {
        double value = Double.parseDouble(cell);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException unreadable) {
        MalformedDataException malformed =
            malformed(line, text.indexOf(cell) + 1, field, "'" + cell + "'");
        malformed.initCause(unreadable);
        throw malformed;
      }
      throw malformed(line, text.indexOf(cell) + 1, field, "'" + cell + "'");
    }

    private MalformedDataException malformed(int line, int column, String field, String found) {
      return new MalformedDataException(
          source, new Place.LineColumn(line, column), field, CLAUSE, found);
    }

    private static List<String> words(String line) {
      return List.of(line.strip().split("[,;\\s]+"));
    }
  }
}
