package org.jumelles.archive;

import java.util.List;
import org.jumelles.archive.store.Problem;

/// What a look at every byte of an archive found.
///
/// @param objects how many the store has
/// @param files how many were hashed
/// @param bytes how many were hashed
/// @param ledgerEntries how many the chain holds together
public record Verification(
    long objects, long files, long bytes, long ledgerEntries, List<Problem> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }

  public boolean clean() {
    return problems.isEmpty();
  }
}
