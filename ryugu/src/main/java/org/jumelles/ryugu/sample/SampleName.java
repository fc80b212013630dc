package org.jumelles.ryugu.sample;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a sample, kept as somebody wrote it, without the white space around.
///
/// The curation writes X0000 (chamber, number) and X0000-abc for what was taken from it, with no
/// fixed form after the hyphen; names such as C0041b are met as well. Any other name is a name too.
public record SampleName(String given) {
  private static final int LONGEST = 200;
  private static final Pattern CURATION = Pattern.compile("([A-Z])(\\d{4})(?!\\d)-?(.*)");

  public SampleName {
    given = given.strip();
    if (given.isEmpty()) {
      throw new IllegalArgumentException("an empty name");
    }
    if (given.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a name of " + given.length() + " characters; at most " + LONGEST);
    }
    if (given.chars().anyMatch(c -> Character.isISOControl(c) || c == ';' || c == '=')) {
      throw new IllegalArgumentException(
          "'" + given + "': a name holds no control character, ';' or '='");
    }
  }

  /// The letter of the catcher's chamber, where the name follows the curation's form.
  public Optional<String> chamber() {
    return match().map(match -> match.group(1));
  }

  /// The four digits as written.
  public Optional<String> number() {
    return match().map(match -> match.group(2));
  }

  /// What follows the number, without a hyphen between; empty for the first sample of a number.
  public String part() {
    return match().map(match -> match.group(3)).orElse("");
  }

  /// What two spellings of one name share: no case, one kind of hyphen, no spaces.
  String folded() {
    return given
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\u2010-\\u2015\\u2212_]", "-")
        .replaceAll("\\s", "");
  }

  private Optional<Matcher> match() {
    Matcher match = CURATION.matcher(given);
    return match.matches() ? Optional.of(match) : Optional.empty();
  }

  @Override
  public String toString() {
    return given;
  }
}
