package org.jumelles.formats.eps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All record layouts that this room knows, from `layouts.txt`.
final class Layouts {
  private static final Map<Kind, RecordLayout> ALL = read();

  private Layouts() {}

  private record Kind(int recordClass, int group, int subclass, int version) {
    private static final int ANY = -1;

    Kind any() {
      return new Kind(recordClass, group, ANY, version);
    }
  }

  /// The lines of one `record` heading, for all of its versions.
  private record Block(String name, Kind first, int lastVersion, List<String[]> fields) {}

  static Optional<RecordLayout> of(RecordHeader header) {
    Kind kind =
        new Kind(
            header.recordClass(), header.instrumentGroup(), header.subclass(), header.version());
    return Optional.ofNullable(ALL.get(kind)).or(() -> Optional.ofNullable(ALL.get(kind.any())));
  }

  private static Map<Kind, RecordLayout> read() {
    List<Block> blocks = new ArrayList<>();
    List<SizeRule> rules = new ArrayList<>();
    for (String line : text().split("\n", -1)) {
      String[] words = line.strip().split(" +");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      switch (words[0]) {
        case "record" -> blocks.add(block(words));
        case "size" ->
            rules.add(new SizeRule(words[1], words[2], List.of(words).subList(3, words.length)));
        default -> blocks.getLast().fields().add(words);
      }
    }
    Map<Kind, RecordLayout> all = new HashMap<>();
    for (Block block : blocks) {
      Kind kind = block.first();
      for (int version = kind.version(); version <= block.lastVersion(); version++) {
        all.put(
            new Kind(kind.recordClass(), kind.group(), kind.subclass(), version),
            new RecordLayout(block.name(), fields(block, version), rules));
      }
    }
    return Map.copyOf(all);
  }

  private static Block block(String[] words) {
    int[] versions = versions(words[5]);
    Kind first =
        new Kind(
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            words[4].equals("*") ? Kind.ANY : Integer.parseInt(words[4]),
            versions[0]);
    return new Block(words[1], first, versions[1], new ArrayList<>());
  }

  private static List<Field> fields(Block block, int version) {
    List<Field> fields = new ArrayList<>();
    for (String[] words : block.fields()) {
      int[] versions = words.length > 5 ? versions(words[5]) : new int[] {0, 255};
      if (version >= versions[0] && version <= versions[1]) {
        fields.add(
            new Field(
                words[0],
                FieldType.parse(words[1]),
                words[2].equals("-") ? List.of() : List.of(words[2].split("x")),
                words[3].equals("-") ? 0 : Integer.parseInt(words[3]),
                words[4]));
      }
    }
    return fields;
  }

  private static int[] versions(String range) {
    String[] ends = range.split("-", -1);
    return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
  }

  private static String text() {
    try (InputStream in = Layouts.class.getResourceAsStream("layouts.txt")) {
      if (in == null) {
        throw new AssertionError("layouts.txt is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
