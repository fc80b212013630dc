package org.jumelles.accord.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Reads one fact field by field. A field that nobody asked for is a defect too: it may be a
/// spelling of one that is missed.
public final class Fields {
  private static final String CLAUSE = "docs/partnership.md, fields of a fact";
  private static final String NOT_KNOWN = "not known";

  private final String source;
  private final Fact fact;
  private final TreeSet<String> asked = new TreeSet<>();

  /// @param source the file or ledger that the fact is from
  public Fields(String source, Fact fact) {
    this.source = source;
    this.fact = fact;
  }

  public String id() {
    return fact.id();
  }

  public String text(String name) {
    return find(name).orElseThrow(() -> malformed(name, "it is missing"));
  }

  public String textOr(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  public Optional<String> find(String name) {
    asked.add(name);
    return Optional.ofNullable(fact.fields().get(name)).map(String::strip);
  }

  /// Values between semicolons; none where the field is missing.
  public List<String> list(String name) {
    return find(name).stream()
        .flatMap(text -> Arrays.stream(text.split(";")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  public boolean flag(String name) {
    String text = textOr(name, "false");
    return switch (text) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw malformed(name, "'" + text + "' is neither yes nor no");
    };
  }

  /// A whole number that is not negative; `otherwise` where the field is missing or not known.
  public int count(String name, int otherwise) {
    String text = textOr(name, "");
    if (text.isEmpty() || text.startsWith(NOT_KNOWN)) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      // told below, with the text
    }
    throw malformed(name, "'" + text + "' is no whole number from zero");
  }

  /// `2013-07-16`, `2007-08`, or `not known: reason`; a missing field is not known.
  public When when(String name) {
    String text = textOr(name, NOT_KNOWN + ": not recorded");
    if (text.startsWith(NOT_KNOWN)) {
      String reason = text.substring(NOT_KNOWN.length()).replaceFirst("^:", "").strip();
      return new When.NotKnown(reason.isEmpty() ? "no reason given" : reason);
    }
    try {
      return text.length() == "2007-08".length()
          ? new When.Month(YearMonth.parse(text))
          : new When.Day(LocalDate.parse(text));
    } catch (DateTimeException _) {
      throw malformed(name, "'" + text + "' is neither a day nor a month nor 'not known: ...'");
    }
  }

  /// One of the names of an enumeration, in any case, with `-` or a space for `_`.
  public <E extends Enum<E>> E oneOf(String name, Class<E> choices) {
    String text = text(name);
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                malformed(
                    name,
                    "'"
                        + text
                        + "' is none of "
                        + Arrays.stream(choices.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  /// To be called when all fields were read.
  ///
  /// @throws MalformedDataException where the fact has a field that its kind does not know
  public void finish() {
    fact.fields().keySet().stream()
        .filter(name -> !asked.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw malformed(
                  name, fact.kind() + " has no such field; it has " + String.join(", ", asked));
            });
  }

  public MalformedDataException malformed(String field, String found) {
    return new MalformedDataException(source, new Place.Path(fact.key()), field, CLAUSE, found);
  }
}
