package org.jumelles.service.portal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The query of a request, each name with its last value; empty values count as not given.
record Parameters(Map<String, String> values) {
  Parameters {
    values = new LinkedHashMap<>(values);
  }

  /// @throws IllegalArgumentException where a `%` begins no escape
  static Parameters of(String rawQuery) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = decoded(pair.substring(equals + 1)).strip();
        if (!value.isEmpty()) {
          values.put(decoded(pair.substring(0, equals)), value);
        }
      }
    }
    return new Parameters(values);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /// A number of things that were passed over, such as rows; zero where none is given.
  int count(String name) {
    String text = text(name);
    if (!text.matches("[0-9]{0,9}")) {
      throw new IllegalArgumentException(name + "=" + text + " is no count");
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /// A day such as `2020-01-01`; the other one where none is given.
  LocalDate day(String name, LocalDate otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1900 || day.getYear() > 2200) {
        throw new IllegalArgumentException(name + "=" + text + " lies outside 1900 to 2200");
      }
      return day;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + "=" + text + " is no day such as 2020-01-01", e);
    }
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /// A UTC time; of a day its first instant, or its last.
  static Moment moment(String text, boolean last) {
    boolean day = text.length() == 10;
    try {
      Moment start = Utc.parse(day ? text + "T00:00:00" : text);
      return day && last
          ? Utc.parse(LocalDate.parse(text).plusDays(1) + "T00:00:00").plusNanos(-1)
          : start;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no UTC time such as 2019-05-23 or 2019-05-23T02:20:00", e);
    }
  }

  static Moment now() {
    Instant now = Instant.now();
    return Utc.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano());
  }

  /// The same query with one value changed; an empty one takes it away.
  Parameters with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    if (!value.isEmpty()) {
      changed.put(name, value);
    }
    return new Parameters(changed);
  }

  /// As it stands in an address after the `?`.
  String query() {
    return values.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
