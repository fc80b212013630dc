package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jumelles.service.tap.Tokens.Kind;
import org.jumelles.service.tap.Tokens.Token;

/// Reads a query by recursive descent; every name and every type is checked on the way.
final class AdqlReader {
  /// Words that end an alias, or begin what is not in the subset.
  private static final Set<String> RESERVED =
      Set.of(
          "select",
          "from",
          "where",
          "order",
          "by",
          "top",
          "distinct",
          "all",
          "as",
          "and",
          "or",
          "not",
          "like",
          "ilike",
          "between",
          "in",
          "is",
          "null",
          "asc",
          "desc",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "natural",
          "cross",
          "on",
          "using",
          "group",
          "having",
          "union",
          "except",
          "intersect",
          "limit",
          "offset",
          "with",
          "exists",
          "case",
          "count");

  private final Words words;
  private final List<Table> tables;

  private AdqlReader(String query, List<Table> tables) {
    words = new Words(Tokens.of(query));
    this.tables = tables;
  }

  /// @throws TapRefusal with the reason
  static TapQuery read(String query, List<Table> tables) {
    return new AdqlReader(query, tables).query();
  }

  /// A column as it was asked for, before the table is known.
  private record Wanted(Token name, Optional<String> alias) {}

  private TapQuery query() {
    words.demand("select");
    if (words.peek().is("distinct")) {
      throw words.outside("DISTINCT");
    }
    words.take("all");
    OptionalLong top = words.take("top") ? OptionalLong.of(whole()) : OptionalLong.empty();
    boolean counts = words.peek().is("count");
    boolean everything = !counts && words.take("*");
    List<Wanted> wanted = new ArrayList<>();
    Optional<String> countAlias = Optional.empty();
    if (counts) {
      countAlias = count();
    } else if (!everything) {
      do {
        wanted.add(new Wanted(words.column(), alias()));
      } while (words.take(","));
    }
    words.demand("from");
    Table table = table();
    words.inTable(table);
    Optional<Condition> where =
        words.take("where")
            ? Optional.of(new ConditionReader(words, table).read())
            : Optional.empty();
    List<TapQuery.Chosen> columns =
        counts ? List.of(counted(countAlias)) : chosen(table, wanted, everything);
    List<TapQuery.Order> order = order(table, columns, counts);
    words.take(";");
    if (words.peek().kind() != Kind.END) {
      throw words.outside(words.peek().shown());
    }
    return new TapQuery(table, counts, columns, top, where, order);
  }

  private Optional<String> count() {
    words.demand("count");
    words.demand("(");
    words.demand("*");
    words.demand(")");
    return alias();
  }

  private static TapQuery.Chosen counted(Optional<String> alias) {
    return new TapQuery.Chosen(
        -1, Column.whole(alias.orElse("count_all"), "", "meta.number", "number of rows"));
  }

  private Optional<String> alias() {
    boolean said = words.take("as");
    Token next = words.peek();
    boolean name =
        next.kind() == Kind.QUOTED_NAME
            || (next.kind() == Kind.NAME && !RESERVED.contains(next.text()));
    if (said && !name) {
      throw new TapRefusal("after AS a name is wanted, not " + next.shown());
    }
    return name ? Optional.of(words.next().text()) : Optional.empty();
  }

  private long whole() {
    Token token = words.next();
    try {
      if (token.kind() == Kind.NUMBER) {
        return Long.parseLong(token.text());
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new TapRefusal("after TOP a whole number is wanted, not " + token.shown());
  }

  private Table table() {
    Token first = words.name("a table");
    String name = first.text();
    if (words.take(".")) {
      name = name + "." + words.name("a table").text();
    }
    String wanted = name;
    Table table =
        tables.stream()
            .filter(one -> one.fullName().equalsIgnoreCase(wanted) || isAlone(one, wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new TapRefusal(
                        "there is no table '"
                            + wanted
                            + "'; there are "
                            + String.join(", ", tables.stream().map(Table::fullName).toList())));
    alias().ifPresent(words::alias);
    if (words.peek().is(",") || words.peek().is("join")) {
      throw words.outside("more than one table");
    }
    return table;
  }

  /// `epn_core` may stand without its schema.
  private static boolean isAlone(Table table, String wanted) {
    return table.name().equalsIgnoreCase(wanted) && !table.schema().equals("tap_schema");
  }

  private static List<TapQuery.Chosen> chosen(
      Table table, List<Wanted> wanted, boolean everything) {
    List<TapQuery.Chosen> chosen = new ArrayList<>();
    if (everything) {
      for (int i = 0; i < table.columns().size(); i++) {
        chosen.add(new TapQuery.Chosen(i, table.columns().get(i)));
      }
      return chosen;
    }
    for (Wanted one : wanted) {
      int index = Words.index(table, one.name());
      Column column = table.columns().get(index);
      chosen.add(
          new TapQuery.Chosen(
              index,
              new Column(
                  one.alias().orElse(column.name()),
                  column.type(),
                  column.unit(),
                  column.ucd(),
                  column.description())));
    }
    return chosen;
  }

  private List<TapQuery.Order> order(Table table, List<TapQuery.Chosen> columns, boolean counts) {
    List<TapQuery.Order> order = new ArrayList<>();
    if (!words.take("order")) {
      return order;
    }
    words.demand("by");
    do {
      int index = ordered(table, columns);
      boolean descending = words.take("desc");
      if (!descending) {
        words.take("asc");
      }
      order.add(new TapQuery.Order(index, descending));
    } while (words.take(","));
    return counts ? List.of() : order;
  }

  /// A column by its name, its alias, or its place among those chosen.
  private int ordered(Table table, List<TapQuery.Chosen> columns) {
    Token token = words.peek();
    if (token.kind() == Kind.NUMBER) {
      words.next();
      OptionalInt place = Words.place(token, columns.size());
      return columns
          .get(
              place.orElseThrow(
                  () ->
                      new TapRefusal(
                          "ORDER BY "
                              + token.text()
                              + ", but "
                              + columns.size()
                              + " columns are chosen")))
          .index();
    }
    Token name = words.column();
    return columns.stream()
        .filter(one -> one.as().name().equals(name.text()))
        .findFirst()
        .map(TapQuery.Chosen::index)
        .orElseGet(() -> Words.index(table, name));
  }
}
