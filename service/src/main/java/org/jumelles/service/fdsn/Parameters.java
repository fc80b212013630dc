package org.jumelles.service.fdsn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The parameters of one request, by full name, each checked for its kind when it is read.
final class Parameters {
  private final Dialect dialect;
  private final Map<String, String> values;

  Parameters(Dialect dialect, Map<String, String> values) {
    this.dialect = dialect;
    this.values = values;
  }

  /// Takes the parameters of a query string or a POST body.
  ///
  /// @throws RequestRefusal 400 for an unknown name or one that was given twice
  static Parameters of(Dialect dialect, List<Map.Entry<String, String>> pairs) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, String> pair : pairs) {
      Parameter parameter =
          Vocabulary.find(dialect, pair.getKey())
              .orElseThrow(() -> RequestRefusal.bad("Unrecognized query option: " + pair.getKey()));
      if (values.put(parameter.name(), pair.getValue().strip()) != null) {
        throw RequestRefusal.bad("Query option given more than once: " + parameter.name());
      }
    }
    return new Parameters(dialect, values);
  }

  /// What was given, or what holds otherwise; empty where neither.
  Optional<String> text(String name) {
    Parameter parameter = parameter(name);
    String value = values.get(name);
    if (value == null) {
      return Optional.of(parameter.fallback()).filter(fallback -> !fallback.isEmpty());
    }
    if (value.isEmpty() && !name.equals("location")) {
      throw RequestRefusal.bad("Empty value for query option: " + name);
    }
    return Optional.of(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String choice(String name) {
    String value = required(name);
    List<String> choices = parameter(name).choices();
    return choices.stream()
        .filter(choice -> choice.equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> wrong(name, value, "one of " + String.join(", ", choices)));
  }

  boolean truth(String name) {
    String value = required(name).toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw wrong(name, value, "true or false");
    };
  }

  Optional<Double> number(String name, double low, double high) {
    return text(name)
        .map(
            value -> {
              double number;
              try {
                number = Double.parseDouble(value);
              } catch (NumberFormatException _) {
                throw wrong(name, value, "a number");
              }
              if (!(number >= low && number <= high)) {
                throw wrong(name, value, "a number from " + plain(low) + " to " + plain(high));
              }
              return number;
            });
  }

  Optional<Integer> count(String name) {
    return text(name)
        .map(
            value -> {
              try {
                int number = Integer.parseInt(value);
                if (number >= 1) {
                  return number;
                }
              } catch (NumberFormatException _) {
                // said below
              }
              throw wrong(name, value, "a whole number from 1");
            });
  }

  Optional<Moment> time(String name) {
    return text(name).map(value -> time(name, value));
  }

  /// An instant of UTC as clients write it: a date, a date and time to the minute, second or a
  /// fraction of it, `Z` or not.
  static Moment time(String name, String value) {
    try {
      return Utc.parse(value);
    } catch (IllegalArgumentException _) {
      throw wrong(name, value, "a UTC time such as 2019-05-22T23:19:27.049");
    }
  }

  List<Glob> codes(String name) {
    return text(name).map(value -> codes(name, value)).orElse(List.of(Glob.ANY));
  }

  static List<Glob> codes(String name, String value) {
    return List.of(value.split(",", -1)).stream().map(code -> glob(name, code.strip())).toList();
  }

  private static Glob glob(String name, String code) {
    boolean location = name.equals("location");
    if (location && (code.isEmpty() || code.equals("--"))) {
      return new Glob("");
    }
    if (code.isEmpty() || code.length() > 32 || !code.matches("[A-Za-z0-9*?_-]+")) {
      throw wrong(name, code, "a code of letters, digits, * and ?");
    }
    return new Glob(code.toUpperCase(Locale.ROOT));
  }

  static RequestRefusal wrong(String name, String value, String wanted) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
    return RequestRefusal.bad(
        "Invalid value for query option " + name + ": '" + shown + "' is not " + wanted);
  }

  private String required(String name) {
    return text(name).orElseThrow(() -> RequestRefusal.bad("Missing query option: " + name));
  }

  private Parameter parameter(String name) {
    return Vocabulary.find(dialect, name)
        .orElseThrow(() -> new AssertionError(name + " is no parameter of " + dialect.path()));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
