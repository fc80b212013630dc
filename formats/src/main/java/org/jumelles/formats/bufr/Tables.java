package org.jumelles.formats.bufr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The entries of Tables B and D that this room knows.
final class Tables {
  private static final Map<Integer, Element> ELEMENTS = elements();
  private static final Map<Integer, List<Integer>> SEQUENCES = sequences();

  private Tables() {}

  static Optional<Element> element(int code) {
    return Optional.ofNullable(ELEMENTS.get(code));
  }

  static Optional<List<Integer>> sequence(int code) {
    return Optional.ofNullable(SEQUENCES.get(code));
  }

  /// Six digits, as the tables print a descriptor.
  static String text(int descriptor) {
    return String.format(Locale.ROOT, "%06d", descriptor);
  }

  private static Map<Integer, Element> elements() {
    Map<Integer, Element> elements = new HashMap<>();
    for (String line : lines("elements.txt")) {
      String[] parts = line.split(" \\| ", 3);
      String[] words = parts[0].strip().split(" +", -1);
      int code = Integer.parseInt(words[0]);
      Element.Kind kind = Element.Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
      elements.put(
          code,
          new Element(
              code,
              kind,
              Integer.parseInt(words[2]),
              Long.parseLong(words[3]),
              Integer.parseInt(words[4]),
              parts[1],
              parts[2]));
    }
    return Map.copyOf(elements);
  }

  private static Map<Integer, List<Integer>> sequences() {
    Map<Integer, List<Integer>> sequences = new HashMap<>();
    String joined = String.join("\n", lines("sequences.txt")).replaceAll("\n +", " ");
    for (String line : joined.split("\n", -1)) {
      String[] sides = line.split(" = ", 2);
      sequences.put(
          Integer.parseInt(sides[0]),
          Stream.of(sides[1].split(" +", -1)).map(Integer::valueOf).toList());
    }
    return Map.copyOf(sequences);
  }

  private static List<String> lines(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
