package org.jumelles.service.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A query string taken apart: each name known, each once, none empty.
public record Parameters(Map<String, String> values) {
  private static final int LONGEST = 4096;

  public Parameters {
    values = Map.copyOf(values);
  }

  /// @throws Refusal 400, for names that are unknown, repeated or empty and for bad escapes
  public static Parameters of(String rawQuery, Set<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!known.contains(name)) {
        throw Refusal.bad("no parameter is named '" + name + "'; there are " + sorted(known));
      }
      if (value.isBlank()) {
        throw Refusal.bad("parameter " + name + " is empty");
      }
      if (value.length() > LONGEST) {
        throw Refusal.bad("parameter " + name + " is longer than " + LONGEST + " characters");
      }
      if (values.put(name, value) != null) {
        throw Refusal.bad("parameter " + name + " stands twice");
      }
    }
    return new Parameters(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// The parts of a list between commas; none where it is not given.
  public List<String> list(String name) {
    return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
  }

  /// A whole number within a range, both ends included.
  ///
  /// @throws Refusal 400, for what is no such number
  public OptionalInt whole(String name, int least, int most) {
    Optional<String> text = text(name);
    return text.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(whole(name, text.get(), least, most));
  }

  private static int whole(String name, String text, int least, int most) {
    if (text.matches("-?\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw Refusal.bad(
        name + " is '" + text + "', not a whole number from " + least + " to " + most);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.bad("'" + text + "' has an escape that is none");
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
