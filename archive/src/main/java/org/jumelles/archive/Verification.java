package org.jumelles.archive;

import java.util.List;
import org.jumelles.archive.store.Problem;

/// What a look at every byte of an archive found.
///
/// @param objects how many the store has
/// @param files how many were hashed
/// @param bytes how many were hashed
/// @param ledgerEntries how many the chain holds together
/// @param damages the products whose files are not what they were, each with what was made from it
public record Verification(
    long objects,
    long files,
    long bytes,
    long ledgerEntries,
    List<Problem> problems,
    List<Damage> damages) {
  public Verification {
    problems = List.copyOf(problems);
    damages = List.copyOf(damages);
  }

  /// Whether the ledger's file or its rows are not what they were.
  public boolean isLedgerBroken() {
    return problems.stream().anyMatch(problem -> problem instanceof Problem.LedgerBroken);
  }

  public boolean clean() {
    return problems.isEmpty();
  }
}
