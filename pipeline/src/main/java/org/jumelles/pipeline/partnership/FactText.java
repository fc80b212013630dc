package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jumelles.accord.fact.Fact;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import tools.jackson.databind.json.JsonMapper;

/// The text of a file of facts: taken in as UTF-8 of bounded size, and written as a person would.
final class FactText {
  static final int MOST_BYTES = 64 << 20;

  /// A reader of YAML takes time with the square of a line.
  private static final int LONGEST_LINE = 1 << 20;

  /// What YAML takes for text as it stands, whoever reads it.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}0-9](?:[\\p{L}\\p{M}0-9 _./;()+-]*[\\p{L}\\p{M}0-9_./()+-])?");

  /// What some reader of YAML, old or new, takes for no text though it looks like one.
  private static final Pattern OTHER =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|[0-9][0-9_.+-]*e?[0-9_.+-]*|0[xo].*");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");
  private static final JsonMapper QUOTING =
      JsonMapper.builder()
          .enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private FactText() {}

  /// @throws MalformedDataException where it is too large, no UTF-8, or has a line without end
  static String read(InputStream in, String source, String clause) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new MalformedDataException(
          source,
          new Place.Whole(),
          "document",
          clause,
          "it has more than " + MOST_BYTES + " bytes");
    }
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, text, true);
    text.flip();
    if (result.isError()) {
      throw malformed(
          source, clause, text, text.length(), "byte " + left.position() + " is not UTF-8");
    }
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      line = text.charAt(i) == '\n' ? 0 : line + 1;
      if (line > LONGEST_LINE) {
        throw malformed(
            source, clause, text, i, "the line is longer than " + LONGEST_LINE + " characters");
      }
    }
    return text.toString();
  }

  private static MalformedDataException malformed(
      String source, String clause, CharSequence text, int at, String found) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at; i++) {
      column = text.charAt(i) == '\n' ? 1 : column + 1;
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new MalformedDataException(
        source, new Place.LineColumn(line, column), "document", clause, found);
  }

  static void write(Fact fact, StringBuilder yaml) {
    yaml.append("  ").append(scalar(fact.id()));
    if (fact.fields().isEmpty()) {
      yaml.append(": {}\n");
      return;
    }
    yaml.append(":\n");
    fact.fields()
        .forEach(
            (name, value) ->
                yaml.append("    ")
                    .append(scalar(name))
                    .append(": ")
                    .append(scalar(value))
                    .append('\n'));
  }

  /// A text as it stands where nobody can mistake it; otherwise as JSON quotes it, which YAML 1.2
  /// reads alike.
  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !OTHER.matcher(text).matches();
    if (plain || DAY.matcher(text).matches()) {
      return text;
    }
    boolean printable = text.codePoints().allMatch(FactText::isPrintable);
    return printable
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : QUOTING.writeValueAsString(text);
  }

  private static boolean isPrintable(int point) {
    return point >= ' '
        && point <= 0xffff
        && (point < 0x7f || Character.isLetterOrDigit(point) || isSign(point));
  }

  /// Signs beyond ASCII that people type.
  private static boolean isSign(int point) {
    return "«»\u2013\u2014\u2018\u2019\u201c\u201d\u2026°µ±×·²³".indexOf(point) >= 0;
  }
}
