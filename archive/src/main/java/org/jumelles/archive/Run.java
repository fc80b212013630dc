package org.jumelles.archive;

import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.kernel.time.Moment;

/// One run of the program over an archive, and what became of all that it read.
///
/// @param name what ran, such as `up` or a recipe
/// @param good units without a defect
/// @param doubtful units kept with defects
/// @param refused units not kept
public record Run(
    String name, Moment startedAt, Moment endedAt, long good, long doubtful, long refused) {
  static final String KIND = "run";

  /// All units: each is good, doubtful or refused.
  public long read() {
    return good + doubtful + refused;
  }

  Map<String, String> body() {
    Map<String, String> body = new TreeMap<>();
    body.put("name", name);
    body.put("startedTaiNanos", Long.toString(startedAt.taiNanos()));
    body.put("endedTaiNanos", Long.toString(endedAt.taiNanos()));
    body.put("read", Long.toString(read()));
    body.put("good", Long.toString(good));
    body.put("doubtful", Long.toString(doubtful));
    body.put("refused", Long.toString(refused));
    return body;
  }

  static Run of(LedgerEntry entry) {
    return new Run(
        entry.body().getOrDefault("name", ""),
        new Moment(number(entry, "startedTaiNanos")),
        new Moment(number(entry, "endedTaiNanos")),
        number(entry, "good"),
        number(entry, "doubtful"),
        number(entry, "refused"));
  }

  private static long number(LedgerEntry entry, String field) {
    return Long.parseLong(entry.body().getOrDefault(field, "0"));
  }
}
