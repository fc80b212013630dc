package org.jumelles.seis.body;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The lines `key = value` of a file, each asked for once; what nobody asked for is a mistake.
final class BodyText {
  static final String CLAUSE = "docs/bodies.md";
  private static final int GREATEST_CHARACTERS = 1 << 20;
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_.]{0,63}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");

  private final String source;
  private final Map<String, List<Line>> lines = new LinkedHashMap<>();

  /// A value and where it stands.
  record Line(int number, String key, String value) {}

  /// @param repeated keys that may stand more than once
  BodyText(String text, String source, List<String> repeated) {
    this.source = source;
    if (text.length() > GREATEST_CHARACTERS) {
      throw new MalformedDataException(
          source, new Place.Whole(), "size", CLAUSE, text.length() + " characters");
    }
    int number = 0;
    for (String row : text.lines().toList()) {
      number++;
      String bare = row.strip();
      if (!bare.isEmpty() && bare.charAt(0) != '#') {
        take(number, bare, repeated);
      }
    }
  }

  private void take(int number, String row, List<String> repeated) {
    int equals = row.indexOf('=');
    String key = equals < 0 ? "" : row.substring(0, equals).strip();
    Line line = new Line(number, key, equals < 0 ? row : row.substring(equals + 1).strip());
    if (!KEY.matcher(key).matches()) {
      throw wrong(new Line(number, "key", row), "not 'key = value'");
    }
    if (line.value.isEmpty()) {
      throw wrong(line, "no value");
    }
    List<Line> same = lines.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!same.isEmpty() && !repeated.contains(key)) {
      throw wrong(line, "stands in line " + same.getFirst().number + " already");
    }
    same.add(line);
  }

  /// All lines of a key, none where it does not stand.
  List<Line> all(String key) {
    List<Line> found = lines.remove(key);
    return found == null ? List.of() : found;
  }

  Optional<Line> maybe(String key) {
    return all(key).stream().findFirst();
  }

  Line need(String key) {
    return maybe(key)
        .orElseThrow(
            () ->
                new MalformedDataException(
                    source, new Place.Whole(), key, CLAUSE, "does not stand in the file"));
  }

  /// Whether a key that begins so is left.
  boolean has(String prefix) {
    return lines.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /// To be called when all has been asked for.
  void nothingLeft() {
    lines.values().stream()
        .map(List::getFirst)
        .findFirst()
        .ifPresent(
            line -> {
              throw wrong(line, "no such key");
            });
  }

  /// A text of letters that a pattern allows.
  String word(String key, String pattern) {
    Line line = need(key);
    if (!line.value.matches(pattern)) {
      throw wrong(line, "'" + line.value + "' is not " + pattern);
    }
    return line.value;
  }

  /// A number within bounds, both allowed.
  double number(String key, double least, double greatest) {
    Line line = need(key);
    return number(line, line.value, least, greatest);
  }

  int whole(String key, int least, int greatest) {
    Line line = need(key);
    double value = number(line, line.value, least, greatest);
    if (value != Math.rint(value)) {
      throw wrong(line, line.value + " is not a whole number");
    }
    return (int) value;
  }

  double number(Line line, String text, double least, double greatest) {
    double value =
        text.equals("Infinity") ? Double.POSITIVE_INFINITY : exact(line, text).doubleValue();
    if (!(value >= least && value <= greatest)) {
      throw wrong(line, text + " is outside " + least + " to " + greatest);
    }
    return value;
  }

  BigDecimal exact(Line line, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(line, "'" + text + "' is no number");
    }
    return new BigDecimal(text);
  }

  /// As many numbers as told, each within the bounds.
  double[] numbers(Line line, int count, double least, double greatest) {
    String[] parts = line.value.split("\\s+", -1);
    if (parts.length != count) {
      throw wrong(line, parts.length + " values, " + count + " are wanted");
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(line, parts[i], least, greatest);
    }
    return numbers;
  }

  MalformedDataException wrong(Line line, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(line.number, 1), line.key, CLAUSE, found);
  }
}
