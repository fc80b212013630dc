package org.jumelles.ryugu.sample;

import java.util.Optional;
import org.jumelles.kernel.outcome.Outcome;

/// One row of the ledger, judged beside all others.
///
/// @param row as it was recorded
/// @param corrected as it reads after the corrections that followed
/// @param outcome what it says, or why it was refused
/// @param withdrawn whether a later entry took it back; then it is not in force
public record Entry(Row row, Row corrected, Outcome<Fact> outcome, boolean withdrawn) {

  /// What it says, where it is in force.
  public Optional<Fact> fact() {
    return withdrawn ? Optional.empty() : outcome.found();
  }

  public boolean isRefused() {
    return outcome instanceof Outcome.Refused<Fact>;
  }
}
