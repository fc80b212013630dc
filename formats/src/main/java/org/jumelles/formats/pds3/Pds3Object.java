package org.jumelles.formats.pds3;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;

/// An object of lines and samples.
///
/// @param line of the label where it begins
/// @param offset in the file, in bytes
/// @param keywords as they stand, without quotes
public record Pds3Object(
    String source, String name, int line, long offset, Map<String, String> keywords) {
  public Pds3Object {
    keywords = Map.copyOf(keywords);
  }

  public Optional<String> text(String keyword) {
    return Optional.ofNullable(keywords.get(keyword));
  }

  /// Empty where it is absent or `N/A`.
  ///
  /// @throws MalformedDataException where it is something else
  public OptionalDouble number(String keyword) {
    Optional<String> text = text(keyword).filter(value -> !value.equals("N/A"));
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get().replaceAll("<.*>", "").strip()));
    } catch (NumberFormatException _) {
      throw malformed(keyword, "a number", "'" + text.get() + "'");
    }
  }

  /// How its numbers stand.
  public Layout layout() {
    int bands = (int) whole("BANDS", 1);
    return Layout.of(
        (int) whole("LINES", -1),
        (int) whole("LINE_SAMPLES", -1),
        bands,
        type(),
        text("SAMPLE_TYPE").orElse("").matches("(LSB|PC|VAX).*")
            ? ByteOrder.LITTLE_ENDIAN
            : ByteOrder.BIG_ENDIAN,
        switch (text("BAND_STORAGE_TYPE").orElse("BAND_SEQUENTIAL")) {
          case "BAND_SEQUENTIAL" -> Interleave.BSQ;
          case "LINE_INTERLEAVED" -> Interleave.BIL;
          case "SAMPLE_INTERLEAVED" -> Interleave.BIP;
          default ->
              throw malformed(
                  "BAND_STORAGE_TYPE",
                  "BAND_SEQUENTIAL, LINE_INTERLEAVED or SAMPLE_INTERLEAVED",
                  text("BAND_STORAGE_TYPE").orElse(""));
        });
  }

  /// The complaint that a keyword is wrong; the caller throws it.
  public MalformedDataException malformed(String keyword, String clause, String found) {
    return new MalformedDataException(
        source,
        new Place.LineColumn(line, 1),
        name + "/" + keyword,
        "PDS3 Standards Reference 3.8: " + clause,
        found);
  }

  private ElementType type() {
    String word = text("SAMPLE_TYPE").orElse("");
    long bits = whole("SAMPLE_BITS", -1);
    boolean real = word.contains("REAL") || word.contains("FLOAT");
    boolean unsigned = word.contains("UNSIGNED");
    if (word.startsWith("VAX_REAL") || (!real && !word.contains("INTEGER"))) {
      throw malformed("SAMPLE_TYPE", "integers or IEEE reals", "'" + word + "'");
    }
    if (real && (bits == 32 || bits == 64)) {
      return bits == 32 ? ElementType.F32 : ElementType.F64;
    }
    return switch (real ? 0 : (int) bits) {
      case 8 -> unsigned ? ElementType.U8 : ElementType.I8;
      case 16 -> unsigned ? ElementType.U16 : ElementType.I16;
      case 32 -> unsigned ? ElementType.U32 : ElementType.I32;
      default -> throw malformed("SAMPLE_BITS", "8, 16, 32 or 64", bits + " of " + word);
    };
  }

  private long whole(String keyword, long otherwise) {
    OptionalDouble value = number(keyword);
    if (value.isEmpty() && otherwise > 0) {
      return otherwise;
    }
    double found = value.orElse(-1);
    if (found < 1 || found > Integer.MAX_VALUE || found != Math.rint(found)) {
      throw malformed(keyword, "a whole number of at least 1", text(keyword).orElse("not there"));
    }
    return (long) found;
  }
}
