package org.jumelles.iasi.spectrum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jumelles.formats.eps.MainProductHeader;

/// Makes the main product header of a Level 1C product that this program writes.
///
/// What a [Header] does not tell is `x`, as the standard writes the unknown, or zero. The product
/// is of disposition T (testing), and its processing time is the end of sensing: a payload has no
/// clock.
final class EpsHeader {
  private EpsHeader() {}

  static MainProductHeader of(Header header, int lines) {
    String start = MainProductHeader.text(header.sensing().start());
    String end = MainProductHeader.text(header.sensing().end());
    String spacecraft = spacecraft(header.platform());
    long orbit = header.orbit().orElse(0) % 100_000;
    long milliseconds = header.sensing().nanos() / 1_000_000;
    MainProductHeader blank = new MainProductHeader(blank());
    return blank
        .with("PRODUCT_NAME", "IASI_xxx_1C_" + spacecraft + "_" + start + "_" + end + "_N_T_" + end)
        .with("SPACECRAFT_ID", spacecraft)
        .with("SENSING_START", start)
        .with("SENSING_END", end)
        .with("SENSING_START_THEORETICAL", start)
        .with("SENSING_END_THEORETICAL", end)
        .with("PROCESSING_TIME_START", end)
        .with("PROCESSING_TIME_END", end)
        .with("ORBIT_START", orbit)
        .with("ORBIT_END", orbit)
        .with("DURATION_OF_PRODUCT", milliseconds)
        .with("MILLISECONDS_OF_DATA_PRESENT", Math.min(milliseconds, lines * 8000L));
  }

  private static String spacecraft(String platform) {
    return switch (platform) {
      case "Metop-A" -> "M02";
      case "Metop-B" -> "M01";
      case "Metop-C" -> "M03";
      default -> platform.matches("\\w{3}") ? platform : "xxx";
    };
  }

  private static Map<String, String> blank() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text().split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split(" +", -1);
      int width = Integer.parseInt(words[1]);
      fields.put(words[0], value(words[2], width));
    }
    return fields;
  }

  private static String value(String word, int width) {
    return switch (word) {
      case "-" -> "x".repeat(width);
      case "Z" -> "x".repeat(width - 1) + "Z";
      case "+" -> "+" + "0".repeat(width - 1);
      default -> " ".repeat(width - word.length()) + word;
    };
  }

  private static String text() {
    try (InputStream in = EpsHeader.class.getResourceAsStream("main-header.txt")) {
      if (in == null) {
        throw new AssertionError("main-header.txt is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
