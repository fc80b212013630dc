package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jumelles.service.tap.Condition.Operand;
import org.jumelles.service.tap.Tokens.Kind;
import org.jumelles.service.tap.Tokens.Token;

/// Reads what stands after WHERE.
final class ConditionReader {
  private static final int DEEPEST = 60;
  private static final int MOST_TERMS = 1000;
  private static final Set<String> SIGNS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private final Words words;
  private final Table table;
  private int depth;
  private int terms;

  ConditionReader(Words words, Table table) {
    this.words = words;
    this.table = table;
  }

  Condition read() {
    List<Condition> parts = new ArrayList<>(List.of(conjunction()));
    while (words.take("or")) {
      parts.add(conjunction());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Joined(false, parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>(List.of(factor()));
    while (words.take("and")) {
      parts.add(factor());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Joined(true, parts);
  }

  private Condition factor() {
    if (++depth > DEEPEST) {
      throw new TapRefusal("conditions are nested more than " + DEEPEST + " deep");
    }
    try {
      if (words.take("not")) {
        return new Condition.Not(factor());
      }
      if (words.take("(")) {
        if (words.peek().is("select")) {
          throw words.outside("a query inside a query");
        }
        Condition inside = read();
        words.demand(")");
        return inside;
      }
      return term();
    } finally {
      depth--;
    }
  }

  private Condition term() {
    counted();
    Operand left = operand();
    Token next = words.peek();
    if (next.kind() == Kind.SIGN && SIGNS.contains(next.text())) {
      words.next();
      String sign = next.text().equals("!=") ? "<>" : next.text();
      return new Condition.Compared(left, sign, alike(left, operand(), next));
    }
    if (words.take("is")) {
      boolean not = words.take("not");
      words.demand("null");
      return negated(not, new Condition.IsNull(left));
    }
    boolean not = words.take("not");
    Token kind = words.next();
    if (kind.is("like")) {
      return negated(not, like(left, kind));
    }
    if (kind.is("between")) {
      Operand low = alike(left, operand(), kind);
      words.demand("and");
      Operand high = alike(left, operand(), kind);
      return negated(
          not,
          new Condition.Joined(
              true,
              List.of(
                  new Condition.Compared(left, ">=", low),
                  new Condition.Compared(left, "<=", high))));
    }
    if (kind.is("in")) {
      return negated(not, among(left, kind));
    }
    throw new TapRefusal("a comparison is wanted, not " + kind.shown());
  }

  private static Condition negated(boolean not, Condition condition) {
    return not ? new Condition.Not(condition) : condition;
  }

  private Condition like(Operand left, Token at) {
    Token pattern = words.next();
    if (left.type() != Column.Type.TEXT || pattern.kind() != Kind.TEXT) {
      throw new TapRefusal("LIKE compares a text column with a text, " + at.shown());
    }
    return new Condition.Like(left, pattern.text());
  }

  private Condition among(Operand left, Token at) {
    words.demand("(");
    if (words.peek().is("select")) {
      throw words.outside("a query inside a query");
    }
    List<Operand> values = new ArrayList<>();
    do {
      counted();
      values.add(alike(left, operand(), at));
    } while (words.take(","));
    words.demand(")");
    return new Condition.In(left, List.copyOf(values));
  }

  private void counted() {
    if (++terms > MOST_TERMS) {
      throw new TapRefusal("more than " + MOST_TERMS + " terms in the condition");
    }
  }

  private Operand operand() {
    Token token = words.peek();
    if (token.kind() == Kind.TEXT) {
      words.next();
      return new Operand.Constant(token.text(), Column.Type.TEXT);
    }
    if (token.kind() == Kind.NUMBER || token.is("-") || token.is("+")) {
      return number();
    }
    if (token.is("null")) {
      throw new TapRefusal("nothing is equal to NULL; write IS NULL, " + token.shown());
    }
    int index = Words.index(table, words.column());
    return new Operand.OfColumn(index, table.columns().get(index).type());
  }

  private Operand number() {
    String sign = words.take("-") ? "-" : "";
    if (sign.isEmpty()) {
      words.take("+");
    }
    Token token = words.next();
    if (token.kind() != Kind.NUMBER) {
      throw new TapRefusal("a number is wanted, not " + token.shown());
    }
    if (token.text().chars().allMatch(c -> c >= '0' && c <= '9') && token.text().length() < 19) {
      return new Operand.Constant(Long.parseLong(sign + token.text()), Column.Type.WHOLE);
    }
    double value = Double.parseDouble(sign + token.text());
    if (Double.isInfinite(value)) {
      throw new TapRefusal("the number " + token.shown() + " is beyond double precision");
    }
    return new Operand.Constant(value, Column.Type.REAL);
  }

  private static Operand alike(Operand left, Operand right, Token at) {
    boolean text = left.type() == Column.Type.TEXT;
    if (text != (right.type() == Column.Type.TEXT)) {
      throw new TapRefusal("a text is compared with a number, " + at.shown());
    }
    return right;
  }
}
