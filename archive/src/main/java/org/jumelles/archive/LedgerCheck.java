package org.jumelles.archive;

import java.util.List;
import org.jumelles.archive.store.Problem;

/// What a look at every line of the ledger found.
///
/// @param entries how many the chain holds together
public record LedgerCheck(long entries, List<Problem> problems) {
  public LedgerCheck {
    problems = List.copyOf(problems);
  }
}
