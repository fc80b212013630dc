package org.jumelles.archive.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The text of one entry: `{"sequence":...,"body":{...},"hash":"..."}`, hashed up to `,"hash":`.
final class LedgerLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String HASH = ",\"hash\":\"";
  private static final int TAIL_LENGTH = HASH.length() + 64 + 2;

  private LedgerLine() {}

  static String hashed(LedgerEntry entry) {
    String text = text(entry);
    return hash(text.substring(0, text.length() - 1));
  }

  /// The whole line, without its line feed.
  static String of(LedgerEntry entry) {
    String text = text(entry);
    return text.substring(0, text.length() - 1) + HASH + entry.hash() + "\"}";
  }

  private static String text(LedgerEntry entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("sequence", entry.sequence());
      json.writeStringProperty("previous", entry.previous());
      json.writeNumberProperty("timeTaiNanos", entry.time().taiNanos());
      json.writeStringProperty("timeUtc", entry.time().toString());
      json.writeStringProperty("author", entry.author());
      json.writeStringProperty("kind", entry.kind());
      json.writeObjectPropertyStart("body");
      entry.body().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Identity.sha256().digest(bytes));
  }

  /// @throws MalformedDataException where the line is no entry, or its hash is not that of its text
  static LedgerEntry read(byte[] bytes, String source, long offset) {
    String line = new String(bytes, StandardCharsets.UTF_8);
    Map<String, String> scalars = new TreeMap<>();
    Map<String, String> body = new TreeMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      fields(json, scalars, body);
      LedgerEntry entry =
          new LedgerEntry(
              Long.parseLong(scalars.getOrDefault("sequence", "")),
              scalars.getOrDefault("previous", ""),
              new Moment(Long.parseLong(scalars.getOrDefault("timeTaiNanos", ""))),
              scalars.getOrDefault("author", ""),
              scalars.getOrDefault("kind", ""),
              body,
              scalars.getOrDefault("hash", ""));
      if (line.length() < TAIL_LENGTH
          || !line.endsWith(HASH + entry.hash() + "\"}")
          || !hash(line.substring(0, line.length() - TAIL_LENGTH)).equals(entry.hash())) {
        throw malformed(source, offset, "hash", "it is not that of the line");
      }
      return entry;
    } catch (JacksonException e) {
      throw malformed(source, offset, "JSON", e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw malformed(source, offset, "sequence or timeTaiNanos", "it is no whole number");
    }
  }

  private static void fields(
      JsonParser json, Map<String, String> scalars, Map<String, String> body) {
    int depth = 0;
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      switch (token) {
        case START_OBJECT -> depth++;
        case END_OBJECT -> depth--;
        case VALUE_STRING, VALUE_NUMBER_INT ->
            (depth == 1 ? scalars : body).put(String.valueOf(json.currentName()), json.getString());
        default -> {}
      }
    }
  }

  static MalformedDataException malformed(String source, long offset, String field, String found) {
    return new MalformedDataException(
        source, new Place.Offset(offset), field, "docs/archive-on-disk.md, ledger", found);
  }
}
