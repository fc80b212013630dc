package org.jumelles.service.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.iasi.detection.Alert;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.exchange.Degrees;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Window;

/// Which alerts are wanted.
///
/// @param kinds none given means any
/// @param box holds at least one pixel of the alert
/// @param limit at most 1000
public record AlertFilter(List<String> kinds, Span window, Optional<Degrees> box, int limit) {
  static final int MOST = 1000;
  private static final int DEFAULT_LIMIT = 100;
  private static final Set<String> NAMES = Set.of("kind", "datetime", "bbox", "limit");
  private static final List<String> KINDS =
      List.of(Alert.Kind.values()).stream().map(Alert.Kind::title).toList();

  public AlertFilter {
    kinds = List.copyOf(kinds);
  }

  /// @throws Refusal 400
  public static AlertFilter of(String rawQuery) {
    Parameters given = Parameters.of(rawQuery, NAMES);
    List<String> kinds = given.list("kind");
    for (String kind : kinds) {
      if (!KINDS.contains(kind)) {
        throw Refusal.bad("no kind is named '" + kind + "'; there are " + String.join(", ", KINDS));
      }
    }
    return new AlertFilter(
        kinds,
        given.text("datetime").map(Window::parse).orElse(Query.ALWAYS),
        given.text("bbox").map(_ -> Degrees.of(given.list("bbox"))),
        given.whole("limit", 1, MOST).orElse(DEFAULT_LIMIT));
  }

  /// The newest alerts of any kind.
  public static AlertFilter newest(int limit) {
    return new AlertFilter(List.of(), Query.ALWAYS, Optional.empty(), limit);
  }

  boolean wants(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  boolean holds(StoredAlert alert) {
    return box.map(wanted -> alert.places().stream().anyMatch(at -> wanted.contains(at[0], at[1])))
        .orElse(true);
  }
}
