package org.jumelles.ryugu.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.AxisReading;

/// Texts with a number table in them; see the package for whose.
final class TextLibrary {
  private static final int MOST_BYTES = 1 << 28;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[Nn]a[Nn]");
  private static final Pattern PARTS = Pattern.compile("[,;\\s]+");

  private final TextSource file;
  private final List<String> lines;
  private final List<Defect> defects = new ArrayList<>();

  private TextLibrary(TextSource file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Whether the beginning holds no control characters but those of lines.
  static boolean isText(Bytes bytes) {
    byte[] start = bytes.array(0, Math.min(bytes.size(), 4096), "start");
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return start.length > 0;
  }

  static SpectralLibrary read(TextSource file, Bytes bytes) throws IOException {
    if (bytes.size() > MOST_BYTES) {
      throw bytes.malformed(0, "text", "at most " + MOST_BYTES + " bytes", bytes.size() + " bytes");
    }
    List<String> lines = text(bytes.array(0, bytes.size(), "text")).lines().toList();
    return new TextLibrary(file, lines).read();
  }

  private SpectralLibrary read() throws IOException {
    if (!lines.isEmpty()) {
      List<String> first = cells(lines.getFirst());
      if (first.size() > 2
          && first.subList(1, first.size()).stream().allMatch(this::isNumber)
          && !isNumber(first.getFirst())) {
        return rows(first);
      }
    }
    int counted = counted();
    int from = counted > 0 ? 1 : firstRow();
    List<double[]> table = table(from, counted > 0 ? 1 + counted : lines.size());
    List<String> header = lines.subList(0, from);
    if (table.getFirst().length == 1) {
      return UsgsText.read(file, header, table, defects);
    }
    return columns(header, table);
  }

  /// CSV with a spectrum a row; the first row has the axis.
  private SpectralLibrary rows(List<String> first) {
    int bands = first.size() - 1;
    List<Spectrum> spectra = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> cells = cells(lines.get(i));
      if (cells.size() != bands + 1) {
        tell(i + 1, bands + 1 + " cells", cells.size() + " cells: the row was passed over");
        continue;
      }
      double[] values = new double[bands];
      for (int b = 0; b < bands; b++) {
        values[b] = number(i + 1, cells.get(b + 1));
      }
      spectra.add(new Spectrum(cells.getFirst(), values, Optional.empty()));
    }
    double[] axis =
        first.subList(1, first.size()).stream().mapToDouble(c -> number(1, c)).toArray();
    return library("CSV", axis, TextUnits.of(first.getFirst()), spectra);
  }

  /// Wavelengths in the first column, one or more spectra in the others.
  private SpectralLibrary columns(List<String> header, List<double[]> table) {
    TextKind kind = TextKind.of(header, table.size(), table.getFirst().length);
    double[] axis = column(table, 0, 1);
    List<Spectrum> spectra = new ArrayList<>();
    for (TextKind.Column column : kind.columns()) {
      Optional<double[]> sigma =
          column.sigma() > 0
              ? Optional.of(column(table, column.sigma(), column.factor()))
              : Optional.empty();
      String name = column.name().isEmpty() ? file.stem() : column.name();
      spectra.add(new Spectrum(name, column(table, column.at(), column.factor()), sigma));
    }
    return library(kind.format(), axis, kind.unit(), spectra);
  }

  private SpectralLibrary library(
      String format, double[] axis, Optional<String> unit, List<Spectrum> spectra) {
    if (spectra.isEmpty()) {
      throw malformed(1, "at least one spectrum", "none");
    }
    AxisReading reading =
        new AxisReading(
            axis.length,
            (clause, found) ->
                new Defect(file.name(), new Place.Whole(), "wavelength", clause, found),
            defects);
    Axis read = reading.read(axis, unit, new double[0], new double[0]);
    return new SpectralLibrary(file.name(), format, read, spectra, defects);
  }

  /// The first line of the last run of lines that are all numbers.
  private int firstRow() {
    int last = lines.size();
    while (last > 0 && lines.get(last - 1).isBlank()) {
      last--;
    }
    int first = last;
    while (first > 0 && isRow(lines.get(first - 1))) {
      first--;
    }
    if (first == last) {
      throw malformed(Math.max(last, 1), "rows of numbers", "none");
    }
    return first;
  }

  private boolean isRow(String line) {
    String stripped = line.strip();
    return !stripped.isEmpty() && Arrays.stream(PARTS.split(stripped, -1)).allMatch(this::isNumber);
  }

  /// How many rows follow, where the first line says it as RELAB's do, remarks after them; else 0.
  private int counted() {
    String first = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (!first.matches("\\d{1,8}")) {
      return 0;
    }
    int count = Integer.parseInt(first);
    boolean rows = count > 0 && lines.size() > count;
    for (int i = 1; rows && i <= count; i++) {
      rows = isRow(lines.get(i)) && PARTS.split(lines.get(i).strip(), -1).length > 1;
    }
    return rows ? count : 0;
  }

  private List<double[]> table(int from, int to) {
    List<double[]> table = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      int at = i + 1;
      double[] row =
          Arrays.stream(PARTS.split(lines.get(i).strip(), -1))
              .mapToDouble(cell -> number(at, cell))
              .toArray();
      if (!table.isEmpty() && row.length != table.getFirst().length) {
        throw malformed(at, table.getFirst().length + " columns", row.length + " columns");
      }
      table.add(row);
    }
    return table;
  }

  private static double[] column(List<double[]> table, int at, double factor) {
    return table.stream().mapToDouble(row -> present(row[at]) * factor).toArray();
  }

  /// Deleted channels are no data.
  static double present(double value) {
    return (float) value == -1.23e34f ? Double.NaN : value;
  }

  private boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private double number(int line, String text) {
    if (!isNumber(text)) {
      if (text.isEmpty()) {
        return Double.NaN;
      }
      throw malformed(line, "a number", "'" + text + "'");
    }
    return present(text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private void tell(int line, String clause, String found) {
    if (defects.size() < 100) {
      defects.add(malformed(line, clause, found).defect());
    }
  }

  private MalformedDataException malformed(int line, String clause, String found) {
    return new MalformedDataException(
        file.name(),
        new Place.LineColumn(line, 1),
        "text of spectra",
        clause,
        found.length() > 80 ? found.substring(0, 80).toLowerCase(Locale.ROOT) + "..." : found);
  }
}
