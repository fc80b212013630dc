package org.jumelles.archive.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.product.Entry;

/// Which kinds of entry a product holds, as the number of one of few sets: a product has a row in
/// `held` where it holds any.
final class KindSets {
  private static final String BETWEEN = "\n";

  private KindSets() {}

  /// The kinds of a set as it is stored.
  static List<String> kinds(String set) {
    return List.of(set.split(BETWEEN));
  }

  /// The sets that have a kind.
  static List<Integer> with(Handle handle, String kind) {
    return handle
        .createQuery("SELECT number, kinds FROM kind_set")
        .map((row, _) -> kinds(row.getString(2)).contains(kind) ? row.getInt(1) : 0)
        .stream()
        .filter(number -> number > 0)
        .toList();
  }

  /// Adds a product's row, and tells its set.
  static int insert(Handle handle, long product, List<Entry> entries) {
    String set =
        entries.stream().map(Entry::kind).distinct().sorted().collect(Collectors.joining(BETWEEN));
    int number = number(handle, set).or(() -> added(handle, set)).orElseThrow();
    handle.execute("INSERT INTO held VALUES (?, 1, ?)", product, number);
    return number;
  }

  /// Another process may add the same set at the same time: then it is waited for.
  private static Optional<Integer> added(Handle handle, String set) {
    handle.execute("INSERT INTO kind_set (kinds) VALUES (?) ON CONFLICT (kinds) DO NOTHING", set);
    return number(handle, set);
  }

  private static Optional<Integer> number(Handle handle, String set) {
    return handle
        .createQuery("SELECT number FROM kind_set WHERE kinds = ?")
        .bind(0, set)
        .mapTo(Integer.class)
        .findFirst();
  }
}
