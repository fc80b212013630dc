package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a checked query: a scan of its table, in memory twice the rows that are wanted and a few.
final class Answers {
  /// Rows beyond those wanted that are gathered before the last ones in order are let go.
  private static final int SLACK = 1000;

  private static final int MOST_KEPT = Integer.MAX_VALUE / 4;

  private Answers() {}

  /// Rows, and whether there would have been more.
  record Rows(List<List<@Nullable Object>> rows, boolean overflow) {}

  /// @param most so many rows at most; one more would be an overflow
  static Rows of(TapQuery query, long most) {
    long wanted = Math.min(query.top().orElse(Long.MAX_VALUE), most);
    boolean topFirst = query.top().isPresent() && query.top().getAsLong() <= most;
    List<List<@Nullable Object>> kept = new ArrayList<>();
    long count = 0;
    Iterator<List<@Nullable Object>> all = query.table().rows().get();
    while (all.hasNext()) {
      List<@Nullable Object> row = all.next();
      boolean fits = query.where().map(where -> where.of(row) == Condition.Truth.TRUE).orElse(true);
      if (!fits) {
        continue;
      }
      count++;
      if (!query.counts()) {
        if (query.order().isEmpty() && kept.size() >= wanted) {
          return new Rows(chosen(query, kept), !topFirst);
        }
        kept.add(row);
        if (kept.size() - SLACK >= 2 * Math.min(wanted, MOST_KEPT)) {
          kept.sort(order(query));
          kept.subList((int) wanted + 1, kept.size()).clear();
        }
      }
    }
    if (query.counts()) {
      List<@Nullable Object> one = new ArrayList<>();
      one.add(count);
      return new Rows(wanted > 0 ? List.of(one) : List.of(), wanted == 0 && !topFirst);
    }
    kept.sort(order(query));
    boolean more = kept.size() > wanted;
    List<List<@Nullable Object>> cut = more ? kept.subList(0, (int) wanted) : kept;
    return new Rows(chosen(query, cut), more && !topFirst);
  }

  /// Nulls come last whichever way it goes.
  private static Comparator<List<@Nullable Object>> order(TapQuery query) {
    return (a, b) -> {
      for (TapQuery.Order by : query.order()) {
        Object one = a.get(by.index());
        Object other = b.get(by.index());
        int sign =
            one == null || other == null
                ? Boolean.compare(one == null, other == null)
                : Condition.order(one, other) * (by.descending() ? -1 : 1);
        if (sign != 0) {
          return sign;
        }
      }
      return 0;
    };
  }

  private static List<List<@Nullable Object>> chosen(
      TapQuery query, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> chosen = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      query.columns().forEach(column -> cells.add(row.get(column.index())));
      chosen.add(cells);
    }
    return chosen;
  }
}
