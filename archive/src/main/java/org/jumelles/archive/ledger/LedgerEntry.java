package org.jumelles.archive.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.kernel.time.Moment;

/// One line of a ledger.
///
/// @param sequence counted from one, without a hole
/// @param previous the hash of the entry before, or 64 zeros
/// @param hash SHA-256 of the line up to its own hash
public record LedgerEntry(
    long sequence,
    String previous,
    Moment time,
    String author,
    String kind,
    Map<String, String> body,
    String hash) {
  public LedgerEntry {
    body = Collections.unmodifiableMap(new TreeMap<>(body));
  }
}
