package org.jumelles.ryugu.library;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.formats.pds4.SpectrumLabel;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;

/// One spectrum as a PDS4 product of the dictionary of spectral libraries: a table of characters
/// and its label.
///
/// Each number is written with all digits of its double, so that it is read back as it was.
///
/// @param fileName of the table
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SpectrumProduct(String fileName, byte[] table, SpectrumLabel label) {
  private static final int WIDTH = 24;
  private static final String NONE = "-1.23E34";

  /// How a label is called and what it says of the measuring.
  ///
  /// @param stem of the files' names, and the last part of the identifier
  /// @param type such as Reflectance
  /// @param day in ISO 8601, where it is known
  public record Naming(
      String stem,
      String title,
      String comment,
      String type,
      String instrument,
      Optional<String> day,
      String producer) {}

  /// @throws IllegalArgumentException where the axis has no unit of wavelength or wavenumber
  public static SpectrumProduct of(
      Spectrum spectrum, Axis axis, SpectrumLabel.Specimen specimen, Naming naming) {
    String unit =
        switch (axis.unit()) {
          case NANOMETRE -> "nm";
          case MICROMETRE -> "micrometer";
          case PER_CM -> "cm**-1";
          case BAND, UNKNOWN ->
              throw new IllegalArgumentException(
                  spectrum.name() + ": the unit of its axis is not known");
        };
    String word = axis.unit() == Axis.Unit.PER_CM ? "Wavenumber" : "Wavelength";
    List<Pds4Table.Field> fields = new ArrayList<>();
    fields.add(field(word, 0, Optional.of(unit)));
    fields.add(field(naming.type, 1, Optional.empty()));
    if (spectrum.sigma().isPresent()) {
      fields.add(field("Standard Deviation", 2, Optional.empty()));
    }
    int length = fields.size() * (WIDTH + 1) + 1;
    byte[] text = text(spectrum, axis);
    String fileName = naming.stem + ".tab";
    Pds4Table table =
        new Pds4Table(
            new Place.Whole(),
            "",
            Pds4Table.Kind.CHARACTER,
            naming.type + " spectrum",
            0,
            axis.bands(),
            length,
            ',',
            fields);
    double[] values = axis.values();
    SpectrumLabel.Measurement measurement =
        new SpectrumLabel.Measurement(
            naming.instrument,
            naming.type,
            word,
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow(),
            unit,
            naming.day,
            naming.producer);
    SpectrumLabel label =
        new SpectrumLabel(
            "urn:placeholder:jumelles:unregistered_bundle:speclib:" + naming.stem,
            naming.title,
            naming.comment,
            new SpectrumLabel.DataFile(fileName, text.length, Pds4.md5(Bytes.of(fileName, text))),
            table,
            specimen,
            measurement);
    return new SpectrumProduct(fileName, text, label);
  }

  public void writeLabel(OutputStream out) throws IOException {
    SpectrumLabel.write(out, label);
  }

  /// A name made fit for files and identifiers.
  public static String stem(String name) {
    String stem =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "_")
            .replaceAll("^[._-]+", "");
    return stem.isEmpty() ? "spectrum" : stem.substring(0, Math.min(stem.length(), 80));
  }

  private static Pds4Table.Field field(String name, int number, Optional<String> unit) {
    return new Pds4Table.Field(
        name,
        number * (WIDTH + 1) + 1,
        WIDTH,
        "ASCII_Real",
        unit,
        1,
        0,
        number == 0 ? List.of() : List.of(NONE));
  }

  private static byte[] text(Spectrum spectrum, Axis axis) {
    StringBuilder text = new StringBuilder(axis.bands() * 80);
    for (int b = 0; b < axis.bands(); b++) {
      text.append(number(axis.values()[b])).append(' ').append(number(spectrum.values()[b]));
      if (spectrum.sigma().isPresent()) {
        text.append(' ').append(number(spectrum.sigma().get()[b]));
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, "%" + WIDTH + "s", Double.isFinite(value) ? Double.toString(value) : NONE);
  }
}
