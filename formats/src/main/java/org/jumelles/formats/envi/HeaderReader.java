package org.jumelles.formats.envi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Reads `name = value` lines, values in braces over several lines, `;` comments. UTF-8 where the
/// bytes are that, else ISO 8859-1 (the micro sign of many headers is the byte 0xB5).
final class HeaderReader {
  private static final int MOST_BYTES = 1 << 26;
  private static final int MOST_DEFECTS = 100;

  private final String source;
  private final String[] lines;
  private final List<EnviHeader.Field> fields = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int at;

  HeaderReader(Bytes bytes) {
    if (bytes.size() > MOST_BYTES) {
      throw bytes.malformed(
          0, "header", "at most " + MOST_BYTES + " bytes", bytes.size() + " bytes");
    }
    this.source = bytes.source();
    String text = text(bytes.array(0, bytes.size(), "header"));
    this.lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
  }

  EnviHeader read() {
    if (!lines[0].strip().equals("ENVI")) {
      String first = lines[0].length() > 20 ? lines[0].substring(0, 20) + "..." : lines[0];
      throw malformed(1, "first line", "ENVI", "'" + first + "'");
    }
    for (at = 1; at < lines.length; at++) {
      String line = lines[at].strip();
      if (!line.isEmpty() && !line.startsWith(";")) {
        readField(line);
      }
    }
    return new EnviHeader(source, fields, defects);
  }

  private void readField(String line) {
    int first = at + 1;
    int equals = line.indexOf('=');
    if (equals < 1) {
      defect(first, "line", "name = value", "'" + shown(line) + "' was passed over");
      return;
    }
    String value = line.substring(equals + 1).strip();
    boolean braced = value.startsWith("{");
    EnviHeader.Field field =
        new EnviHeader.Field(
            line.substring(0, equals), braced ? braced(value, first) : value, braced, first);
    if (!seen.add(field.name())) {
      defect(first, field.name(), "at most once", "a second one, which counts");
    }
    fields.add(field);
  }

  /// Everything up to the brace that closes the first one.
  private String braced(String start, int first) {
    StringBuilder value = new StringBuilder();
    String line = start;
    int depth = 0;
    while (true) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          String rest = line.substring(i + 1).strip();
          if (!rest.isEmpty() && !rest.startsWith(";")) {
            defect(at + 1, "line", "nothing after }", "'" + shown(rest) + "' was passed over");
          }
          return value.append(line, 0, i).substring(1).strip();
        }
      }
      value.append(line).append('\n');
      if (++at >= lines.length) {
        throw malformed(first, "{", "a brace that is closed", "the end of the file");
      }
      line = lines[at].strip().startsWith(";") ? "" : lines[at];
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private void defect(int line, String field, String clause, String found) {
    if (defects.size() < MOST_DEFECTS) {
      defects.add(malformed(line, field, clause, found).defect());
    }
  }

  private MalformedDataException malformed(int line, String field, String clause, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(line, 1), field, "ENVI header: " + clause, found);
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
