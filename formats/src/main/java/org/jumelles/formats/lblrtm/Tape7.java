package org.jumelles.formats.lblrtm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Layers along one path, from the ground up.
///
/// @param title the first record
/// @param angleDeg LBLRTM's zenith angle at H1, 180 = straight down; NaN where the header has none
/// @param layers bottom first
public record Tape7(String title, double angleDeg, List<Layer> layers) {
  private static final String CLAUSE = "LBLRTM record 2.1, TAPE7 form 1";
  private static final int GREATEST_BYTES = 16 << 20;
  private static final int GREATEST_LAYERS = 999;
  private static final int PER_RECORD = 8;
  private static final int BROADENING = 7;
  private static final Pattern ANGLE = Pattern.compile("ANG=\\s*(-?[\\d.]+)");

  public Tape7 {
    layers = List.copyOf(layers);
  }

  /// One layer.
  ///
  /// @param amountsPerCm2 of molecules 1, 2, ... by HITRAN's numbers, along the path; shared
  /// @param broadeningPerCm2 of all other air
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Layer(
      double pressureHPa,
      double temperatureK,
      Level lower,
      Level upper,
      double[] amountsPerCm2,
      double broadeningPerCm2) {}

  /// A layer's boundary.
  public record Level(double altitudeKm, double pressureHPa, double temperatureK) {}

  /// Reads the first atmosphere of the file; refused with line, column and field where it is not in
  /// form 1, is cut, or its pressures do not fall from layer to layer.
  public static Outcome<Tape7> read(Bytes bytes) {
    try {
      if (bytes.size() > GREATEST_BYTES) {
        throw bytes.malformed(0, "size", CLAUSE, bytes.size() + " bytes");
      }
      String text = bytes.text(0, bytes.size(), StandardCharsets.ISO_8859_1, "file");
      return new Outcome.Good<>(new Reader(bytes.source(), text.split("\r?\n", -1)).read());
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  /// Walks through the records.
  private static final class Reader {
    private final String source;
    private final String[] lines;
    private int at;

    Reader(String source, String[] lines) {
      this.source = source;
      this.lines = lines;
    }

    Tape7 read() {
      String title = next("title");
      String header = next("header");
      if (header.length() < 20 || header.charAt(1) != '1') {
        throw malformed(2, "form", "'" + header.substring(0, Math.min(5, header.length())) + "'");
      }
      int layers = (int) number(header, 3, 5, "number of layers");
      int molecules = (int) number(header, 6, 10, "number of molecules");
      double scale = Math.abs(number(header, 11, 20, "scale of the path"));
      if (layers < 1 || layers > GREATEST_LAYERS || molecules < BROADENING || molecules > 99) {
        throw malformed(3, "layers, molecules", layers + ", " + molecules);
      }
      Matcher angle = ANGLE.matcher(header);
      double angleDeg = angle.find() ? Double.parseDouble(angle.group(1)) : Double.NaN;
      List<Layer> read = new ArrayList<>(layers);
      for (int i = 0; i < layers; i++) {
        read.add(layer(read, molecules, scale));
      }
      return new Tape7(title.strip(), angleDeg, read);
    }

    private Layer layer(List<Layer> below, int molecules, double scale) {
      String record = next("layer");
      double pressureHPa = positive(record, 1, 15, "mean pressure");
      double temperatureK = positive(record, 16, 25, "mean temperature");
      Level lower = below.isEmpty() ? level(record, 42, "lower boundary") : below.getLast().upper();
      Level upper = level(record, 64, "upper boundary");
      if (upper.pressureHPa() >= lower.pressureHPa() || upper.altitudeKm() < lower.altitudeKm()) {
        throw malformed(64, "upper boundary", upper + " does not lie above " + lower);
      }
      double[] amounts = new double[molecules];
      double broadening = 0;
      for (int from = 0; from < molecules + 1; from += PER_RECORD) {
        String row = next("amounts");
        for (int i = from; i < Math.min(from + PER_RECORD, molecules + 1); i++) {
          int column = 15 * (i - from) + 1;
          double amount = scale * number(row, column, column + 14, "amount");
          if (amount < 0) {
            throw malformed(column, "amount", Double.toString(amount));
          }
          if (i == BROADENING) {
            broadening = amount;
          } else {
            amounts[i < BROADENING ? i : i - 1] = amount;
          }
        }
      }
      return new Layer(pressureHPa, temperatureK, lower, upper, amounts, broadening);
    }

    private Level level(String record, int column, String field) {
      return new Level(
          number(record, column, column + 6, field + " altitude"),
          positive(record, column + 7, column + 14, field + " pressure"),
          positive(record, column + 15, column + 21, field + " temperature"));
    }

    private String next(String field) {
      if (at >= lines.length) {
        throw malformed(1, field, "the end of the file");
      }
      return lines[at++];
    }

    private double positive(String record, int first, int last, String field) {
      double value = number(record, first, last, field);
      if (!(value > 0)) {
        throw malformed(first, field, Double.toString(value));
      }
      return value;
    }

    private double number(String record, int first, int last, String field) {
      String digits =
          record.length() < first
              ? ""
              : record.substring(first - 1, Math.min(last, record.length())).strip();
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
          source, new Place.LineColumn(Math.max(at, 1), column), field, CLAUSE, found);
    }
  }
}
