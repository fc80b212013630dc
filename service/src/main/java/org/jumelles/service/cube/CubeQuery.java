package org.jumelles.service.cube;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The parameters of a query string; an unknown one, a repeated one or one that is no number is
/// refused, so that nothing that was asked for is passed over.
record CubeQuery(Map<String, String> values) {
  CubeQuery {
    values = Map.copyOf(values);
  }

  /// @throws CubeRefusal 400
  static CubeQuery of(String rawQuery, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!known.contains(name)) {
        throw new CubeRefusal(400, "no parameter is named '" + name + "'; there are " + known);
      }
      if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
        throw new CubeRefusal(400, "'" + name + "' is given twice");
      }
    }
    return new CubeQuery(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CubeRefusal(400, "'" + text + "' is not percent-encoded as a URL is");
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /// A whole number from `low` to `high`, both included.
  OptionalInt whole(String name, int low, int high) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(given.get());
      if (value >= low && value <= high) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new CubeRefusal(
        400, name + " is '" + given.get() + "', not a whole number from " + low + " to " + high);
  }
}
