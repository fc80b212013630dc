package org.jumelles.ryugu.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the lines above a table of numbers say about it.
///
/// @param unit of the first column
record TextKind(String format, Optional<String> unit, List<Column> columns) {

  /// @param at column from zero
  /// @param sigma column of its standard deviation, 0 where there is none
  /// @param factor what makes it a fraction
  record Column(String name, int at, int sigma, double factor) {}

  static TextKind of(List<String> header, int rows, int columns) {
    if (has(header, "Instrument:") && has(header, "Channels:") && has(header, "Data:")) {
      return fieldSpectrometer(header, columns);
    }
    if (has(header, "X Units:") && has(header, "Y Units:")) {
      boolean percent = line(header, "Y Units:").toLowerCase(Locale.ROOT).contains("percent");
      Column column = new Column(after(header, "Name:"), 1, 0, percent ? 0.01 : 1);
      return new TextKind("ECOSTRESS", TextUnits.of(line(header, "X Units:")), List.of(column));
    }
    if (header.size() == 1 && header.getFirst().strip().equals(String.valueOf(rows))) {
      // RELAB's tables begin with their number of rows and are in nanometres by its conventions.
      Column column = new Column("", 1, columns > 2 ? 2 : 0, 1);
      return new TextKind("RELAB table", Optional.of("nm"), List.of(column));
    }
    if (relabColumns(header)) {
      String title = header.size() > 1 ? header.getFirst().strip() : "";
      return new TextKind(
          "RELAB text",
          TextUnits.of(header.getLast()),
          List.of(new Column(title, 1, columns > 2 ? 2 : 0, 1)));
    }
    return plain(header, columns);
  }

  private static boolean relabColumns(List<String> header) {
    return !header.isEmpty() && header.getLast().startsWith("Wavelength(micron)");
  }

  /// `.sed`: wavelengths in nanometres, columns named by the line above the numbers.
  private static TextKind fieldSpectrometer(List<String> header, int columns) {
    String[] names = header.getLast().split("\t", -1);
    int at = columns - 1;
    for (int i = 1; i < Math.min(names.length, columns); i++) {
      if (names[i].toLowerCase(Locale.ROOT).contains("reflect")) {
        at = i;
      }
    }
    boolean percent = at < names.length && names[at].contains("%");
    return new TextKind(
        "SED", Optional.of("nm"), List.of(new Column("", at, 0, percent ? 0.01 : 1)));
  }

  /// Columns; their names where the line above has as many.
  private static TextKind plain(List<String> header, int columns) {
    List<Column> all = new ArrayList<>();
    String[] names = header.isEmpty() ? new String[0] : header.getLast().split("[,;\t]", -1);
    for (int i = 1; i < columns; i++) {
      String name = names.length == columns ? names[i].strip() : "";
      String lower = name.toLowerCase(Locale.ROOT);
      boolean sigma =
          lower.contains("sigma") || lower.contains("deviation") || lower.contains("error");
      if (sigma && !all.isEmpty()) {
        Column of = all.removeLast();
        all.add(new Column(of.name, of.at, i, of.factor));
      } else {
        all.add(
            new Column(
                name.isEmpty() && columns > 2 ? "column " + (i + 1) : name,
                i,
                0,
                lower.contains("%") ? 0.01 : 1));
      }
    }
    Optional<String> unit = Optional.empty();
    for (String line : header) {
      unit = unit.or(() -> TextUnits.of(line));
    }
    return new TextKind("text", unit, all);
  }

  private static boolean has(List<String> header, String key) {
    return header.stream().anyMatch(line -> line.startsWith(key));
  }

  private static String line(List<String> header, String key) {
    return header.stream().filter(line -> line.startsWith(key)).findFirst().orElse("");
  }

  private static String after(List<String> header, String key) {
    String line = line(header, key);
    return line.isEmpty() ? "" : line.substring(key.length()).strip();
  }
}
