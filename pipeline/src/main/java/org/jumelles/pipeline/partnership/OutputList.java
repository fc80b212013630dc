package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.accord.output.Output;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads outputs from a list of DOIs, from DataCite's JSON or from Crossref's, and merges them with
/// what is recorded: one DOI is one output, however often it is handed in.
public final class OutputList {
  private static final String CLAUSE = "a list of DOIs, DataCite JSON or Crossref JSON";
  private static final long MOST_BYTES = 64L << 20;

  private final String source;
  private final Map<String, Map<String, String>> outputs = new LinkedHashMap<>();
  private final List<Defect> defects = new ArrayList<>();

  private OutputList(String source) {
    this.source = source;
  }

  /// What a file holds, merged with the record.
  ///
  /// @param facts one a DOI
  /// @param defects lines and items without a DOI
  public record Merged(List<Fact> facts, List<Defect> defects) {}

  /// @param programmes that all of them belong to
  public static Merged read(Path file, List<String> programmes, Accord accord) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw malformed(file.toString(), new Place.Whole(), "larger than " + MOST_BYTES + " bytes");
    }
    OutputList list = new OutputList(file.toString());
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      list.json(text);
    } else {
      list.lines(text);
    }
    List<Fact> facts = new ArrayList<>();
    list.outputs.forEach((doi, fields) -> facts.add(merged(doi, fields, programmes, accord)));
    return new Merged(facts, list.defects);
  }

  private void lines(String text) {
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(line.split("\\s+", -1)[0], new Place.LineColumn(i + 1, 1), Map.of("kind", "other"));
      }
    }
  }

  private void json(String text) {
    JsonNode root;
    try {
      root = new JsonMapper().readTree(text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      Place place =
          at == null
              ? new Place.Whole()
              : new Place.LineColumn(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
      throw malformed(source, place, String.valueOf(e.getOriginalMessage()));
    }
    List<JsonNode> items = items(root);
    for (int i = 0; i < items.size(); i++) {
      item(items.get(i), new Place.Path("/item[" + (i + 1) + "]"));
    }
  }

  private static List<JsonNode> items(JsonNode root) {
    for (String pointer : List.of("/message/items", "/data", "/items")) {
      JsonNode list = root.at(pointer);
      if (list.isArray()) {
        return list.valueStream().toList();
      }
    }
    if (root.isArray()) {
      return root.valueStream().toList();
    }
    for (String pointer : List.of("/message", "/data")) {
      if (root.at(pointer).isObject()) {
        return List.of(root.at(pointer));
      }
    }
    return List.of(root);
  }

  private void item(JsonNode item, Place place) {
    JsonNode told = item.has("attributes") ? item.get("attributes") : item;
    String doi = first(told, "/DOI", "/doi");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind(first(told, "/types/resourceTypeGeneral", "/types/ris", "/type")));
    fields.put("title", first(told, "/titles/0/title", "/title/0", "/title"));
    fields.put("year", first(told, "/publicationYear", "/issued/date-parts/0/0"));
    fields.values().removeIf(String::isEmpty);
    add(doi, place, fields);
  }

  private static String first(JsonNode node, String... pointers) {
    for (String pointer : pointers) {
      JsonNode found = node.at(pointer);
      if (found.isValueNode() && !found.isNull()) {
        return found.asString();
      }
    }
    return "";
  }

  private static String kind(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "journalarticle",
          "journal-article",
          "conferencepaper",
          "proceedings-article",
          "preprint",
          "posted-content",
          "text",
          "book-chapter",
          "bookchapter",
          "dissertation" ->
          "paper";
      case "dataset", "collection" -> "data";
      case "software" -> "software";
      default -> "other";
    };
  }

  private void add(String written, Place place, Map<String, String> fields) {
    String doi = Output.plain(written);
    if (!doi.startsWith("10.") || doi.indexOf('/') < 0) {
      defects.add(new Defect(source, place, "DOI", CLAUSE, "'" + written + "' is no DOI"));
      return;
    }
    outputs.merge(
        doi,
        new LinkedHashMap<>(fields),
        (before, now) -> {
          now.forEach(before::putIfAbsent);
          return before;
        });
  }

  private static Fact merged(
      String doi, Map<String, String> read, List<String> programmes, Accord accord) {
    Optional<Fact> known =
        accord.facts().stream().filter(fact -> fact.key().equals("output/" + doi)).findFirst();
    Map<String, String> fields = new LinkedHashMap<>(known.map(Fact::fields).orElse(Map.of()));
    read.forEach(fields::putIfAbsent);
    if ("other".equals(fields.get("kind"))) {
      fields.put("kind", read.getOrDefault("kind", "other"));
    }
    Set<String> of = new LinkedHashSet<>();
    for (String name : fields.getOrDefault("programmes", "").split(";", -1)) {
      of.add(name.strip());
    }
    of.addAll(programmes);
    of.remove("");
    if (!of.isEmpty()) {
      fields.put("programmes", String.join("; ", of));
    }
    fields.putIfAbsent("source", "imported list of outputs");
    return new Fact("output", doi, fields);
  }

  private static MalformedDataException malformed(String source, Place place, String found) {
    return new MalformedDataException(source, place, "document", CLAUSE, found);
  }
}
