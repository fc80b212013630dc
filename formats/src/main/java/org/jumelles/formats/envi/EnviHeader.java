package org.jumelles.formats.envi;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;

/// The fields of a header, in their order and as they are spelled, and what is wrong with them.
///
/// @param source the file's name
/// @param defects what was skipped or doubtful; a required field that is wrong is thrown when asked
public record EnviHeader(String source, List<Field> fields, List<Defect> defects) {

  /// One field.
  ///
  /// @param name in lower case, single spaces
  /// @param value without the braces, lines joined by a line feed
  /// @param braced whether it stood in braces
  /// @param line where it begins, from one; zero where it was not read
  public record Field(String name, String value, boolean braced, int line) {
    public Field {
      name = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public static Field of(String name, Object value) {
      return new Field(name, String.valueOf(value), false, 0);
    }

    public static Field list(String name, List<?> values) {
      return new Field(
          name, String.join(",\n ", values.stream().map(Object::toString).toList()), true, 0);
    }
  }

  public EnviHeader {
    fields = List.copyOf(fields);
    defects = List.copyOf(defects);
  }

  /// @throws MalformedDataException where the first line is not `ENVI` or a brace stays open
  public static EnviHeader read(Bytes bytes) {
    return new HeaderReader(bytes).read();
  }

  /// The last one of that name.
  public Optional<Field> field(String name) {
    return fields.reversed().stream().filter(field -> field.name.equals(name)).findFirst();
  }

  public Optional<String> text(String name) {
    return field(name).map(field -> field.value.strip());
  }

  /// The entries of a list, white space around each taken off; empty where there is no such field.
  public List<String> list(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty() || text.get().isEmpty()) {
      return List.of();
    }
    List<String> entries = new ArrayList<>();
    for (String entry : text.get().split(",", -1)) {
      entries.add(entry.strip().replaceAll("\\s*\\n\\s*", " "));
    }
    return entries;
  }

  /// A list of numbers, parted by commas or white space; empty where there is no such field.
  ///
  /// @throws MalformedDataException naming the first entry that is no number
  public double[] numbers(String name) {
    Optional<Field> field = field(name);
    if (field.isEmpty() || field.get().value.isBlank()) {
      return new double[0];
    }
    String[] entries = field.get().value.strip().replaceAll("^[,\\s]+", "").split("[,\\s]+", 0);
    double[] numbers = new double[entries.length];
    for (int i = 0; i < entries.length; i++) {
      numbers[i] = number(field.get(), entries[i], "entry " + (i + 1) + " ");
    }
    return numbers;
  }

  public OptionalDouble number(String name) {
    Optional<Field> field = field(name);
    return field.isPresent()
        ? OptionalDouble.of(number(field.get(), field.get().value.strip(), ""))
        : OptionalDouble.empty();
  }

  /// Whether the file is a spectral library: a spectrum a line, a band a sample.
  public boolean isLibrary() {
    return text("file type").map(t -> t.equalsIgnoreCase("ENVI Spectral Library")).orElse(false);
  }

  public Interleave interleave() {
    String text = text("interleave").orElse("bsq").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "bip" -> Interleave.BIP;
      case "bil" -> Interleave.BIL;
      case "bsq" -> Interleave.BSQ;
      default -> throw malformed("interleave", "bip, bil or bsq", "'" + text + "'");
    };
  }

  /// Where the data begins in its file, in bytes.
  public long headerOffset() {
    return whole("header offset", 0, Long.MAX_VALUE, 0);
  }

  /// How the data stands after [#headerOffset].
  ///
  /// @throws MalformedDataException where a field that it needs is missing or wrong
  public Layout layout() {
    int samples = (int) required("samples");
    int lines = (int) required("lines");
    int bands = (int) required("bands");
    ElementType type = type();
    long order = whole("byte order", 0, 1, 0);
    try {
      return Layout.of(
          lines,
          samples,
          bands,
          type,
          order == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
          interleave());
    } catch (IllegalArgumentException e) {
      String found = samples + " x " + lines + " x " + bands + " is " + e.getMessage();
      throw malformed("samples", "samples x lines x bands", found);
    }
  }

  /// The complaint that a field is wrong; the caller throws it.
  public MalformedDataException malformed(String name, String clause, String found) {
    return new MalformedDataException(defect(name, clause, found));
  }

  /// The complaint as data.
  public Defect defect(String name, String clause, String found) {
    int line = field(name).map(Field::line).orElse(0);
    Place place = line > 0 ? new Place.LineColumn(line, 1) : new Place.Whole();
    return new Defect(source, place, name, "ENVI header: " + clause, found);
  }

  private ElementType type() {
    int code = (int) whole("data type", 1, 15, -1);
    return EnviTypes.of(code)
        .orElseThrow(
            () ->
                malformed(
                    "data type",
                    "1, 2, 3, 4, 5, 12, 13, 14 or 15",
                    code == 6 || code == 9
                        ? code + ", complex numbers, which are not supported"
                        : String.valueOf(code)));
  }

  private long required(String name) {
    long value = whole(name, 1, Integer.MAX_VALUE, -1);
    return value;
  }

  private long whole(String name, long least, long most, long otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty() && otherwise >= 0) {
      return otherwise;
    }
    if (text.isEmpty()) {
      throw malformed(name, "required", "not there");
    }
    String clause = "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
    try {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw malformed(name, clause, "'" + shortened(text.get()) + "'");
  }

  private double number(Field field, String text, String which) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw malformed(field.name, "numbers", which + "'" + shortened(text) + "'");
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
