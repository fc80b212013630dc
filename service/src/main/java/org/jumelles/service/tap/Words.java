package org.jumelles.service.tap;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.jumelles.service.tap.Tokens.Kind;
import org.jumelles.service.tap.Tokens.Token;

/// The words of a query and how far it was read.
final class Words {
  private final List<Token> tokens;
  private int at;
  private @Nullable Table table;
  private @Nullable String alias;

  Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// From here on columns may bear the table's name or alias in front.
  void inTable(Table known) {
    table = known;
  }

  void alias(String given) {
    alias = given;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean take(String word) {
    boolean there = peek().is(word);
    if (there) {
      next();
    }
    return there;
  }

  void demand(String word) {
    if (!take(word)) {
      throw new TapRefusal(word.toUpperCase(Locale.ROOT) + " is wanted, not " + peek().shown());
    }
  }

  TapRefusal outside(String what) {
    return new TapRefusal(
        what
            + " is not in the subset of ADQL that is read here: SELECT [TOP n] columns, * or"
            + " COUNT(*) FROM one table [WHERE ...] [ORDER BY ...]");
  }

  Token name(String what) {
    Token token = next();
    if (token.kind() != Kind.NAME && token.kind() != Kind.QUOTED_NAME) {
      throw new TapRefusal(what + " is wanted, not " + token.shown());
    }
    return token;
  }

  /// A column, its qualifier checked where the table is known, and left out.
  Token column() {
    Token token = name("a column");
    if (peek().is("(")) {
      throw outside("the function " + token.text().toUpperCase(Locale.ROOT));
    }
    while (take(".")) {
      String qualifier = token.text();
      if (table != null && !isOfTable(qualifier)) {
        throw new TapRefusal("'" + qualifier + "' is not the table of this query");
      }
      token = name("a column");
    }
    for (String sign : List.of("+", "-", "/", "||")) {
      if (peek().is(sign)) {
        throw outside("arithmetic (" + sign + ")");
      }
    }
    return token;
  }

  private boolean isOfTable(String qualifier) {
    Table known = table;
    return known == null
        || qualifier.equalsIgnoreCase(known.name())
        || qualifier.equalsIgnoreCase(known.schema())
        || qualifier.equalsIgnoreCase(alias);
  }

  /// @throws TapRefusal where the table has no such column
  static int index(Table table, Token name) {
    return table
        .find(name.text())
        .orElseThrow(() -> new TapRefusal(table.fullName() + " has no column " + name.shown()));
  }

  /// A place counted from one, as an index.
  static OptionalInt place(Token number, int count) {
    try {
      int place = Integer.parseInt(number.text());
      return place >= 1 && place <= count ? OptionalInt.of(place - 1) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }
}
