package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a query, in order.
final class Tokens {
  private static final int LONGEST_QUERY = 20_000;

  /// What sort of word.
  enum Kind {
    NAME,
    QUOTED_NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /// @param text without quotes; names in lower case where they were not quoted
  /// @param at the character it begins at, counted from one
  record Token(Kind kind, String text, int at) {
    boolean is(String word) {
      return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
    }

    String shown() {
      return kind == Kind.END ? "the end of the query" : "'" + text + "' at character " + at;
    }
  }

  private final String query;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String query) {
    this.query = query;
  }

  /// @throws TapRefusal where a character means nothing, or the query is too long
  static List<Token> of(String query) {
    if (query.length() > LONGEST_QUERY) {
      throw new TapRefusal(
          "the query has " + query.length() + " characters; at most " + LONGEST_QUERY);
    }
    Tokens tokens = new Tokens(query);
    while (tokens.at < query.length()) {
      tokens.next();
    }
    tokens.found.add(new Token(Kind.END, "", query.length() + 1));
    return tokens.found;
  }

  private void next() {
    char c = query.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (query.startsWith("--", at)) {
      int end = query.indexOf('\n', at);
      at = end < 0 ? query.length() : end;
    } else if (isLetter(c)) {
      int end = at;
      while (end < query.length() && (isLetter(query.charAt(end)) || isDigit(query.charAt(end)))) {
        end++;
      }
      add(Kind.NAME, query.substring(at, end).toLowerCase(Locale.ROOT), end);
    } else if (isDigit(c)
        || (c == '.' && at + 1 < query.length() && isDigit(query.charAt(at + 1)))) {
      number();
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else {
      sign(c);
    }
  }

  private void add(Kind kind, String text, int end) {
    found.add(new Token(kind, text, at + 1));
    at = end;
  }

  private void number() {
    int end = digits(at);
    if (end < query.length() && query.charAt(end) == '.') {
      end = digits(end + 1);
    }
    if (end < query.length() && (query.charAt(end) == 'e' || query.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < query.length() && "+-".indexOf(query.charAt(exponent)) >= 0) {
        exponent++;
      }
      int last = digits(exponent);
      end = last > exponent ? last : end;
    }
    if (end < query.length() && isLetter(query.charAt(end))) {
      throw new TapRefusal("a number runs into a name at character " + (end + 1));
    }
    add(Kind.NUMBER, query.substring(at, end), end);
  }

  private int digits(int from) {
    int end = from;
    while (end < query.length() && isDigit(query.charAt(end))) {
      end++;
    }
    return end;
  }

  /// A quote inside is written twice.
  private void quoted(char quote) {
    StringBuilder text = new StringBuilder();
    int i = at + 1;
    while (i < query.length()) {
      char c = query.charAt(i);
      if (c != quote) {
        text.append(c);
        i++;
      } else if (i + 1 < query.length() && query.charAt(i + 1) == quote) {
        text.append(quote);
        i += 2;
      } else {
        add(quote == '"' ? Kind.QUOTED_NAME : Kind.TEXT, text.toString(), i + 1);
        return;
      }
    }
    throw new TapRefusal("a quote opened at character " + (at + 1) + " is never closed");
  }

  private void sign(char c) {
    for (String two : List.of("<=", ">=", "<>", "!=", "||")) {
      if (query.startsWith(two, at)) {
        add(Kind.SIGN, two, at + 2);
        return;
      }
    }
    if ("(),.*=<>+-/;".indexOf(c) < 0) {
      throw new TapRefusal(
          String.format(
              Locale.ROOT, "the character U+%04X at %d means nothing in ADQL", (int) c, at + 1));
    }
    add(Kind.SIGN, String.valueOf(c), at + 1);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
