package org.jumelles.ryugu.sample;

import java.util.OptionalDouble;

/// Doubts that only the whole ledger can raise.
final class Doubts {
  private Doubts() {}

  /// @return whether there was one
  static boolean tell(Docket docket, SampleLedger ledger) {
    boolean told = false;
    for (int i = 0; i < docket.size(); i++) {
      if (docket.fact(i).orElse(null) instanceof Fact.Sample sample) {
        told |= pristine(docket, i, ledger, sample);
        told |= overdrawn(docket, i, ledger, sample);
      }
    }
    return told;
  }

  private static boolean pristine(Docket docket, int i, SampleLedger ledger, Fact.Sample sample) {
    if (sample.saidPristine()
        && sample.date().isPresent()
        && Condition.of(ledger, sample.name()) instanceof Condition.Exposed exposed
        && !exposed.since().isAfter(sample.date().get())) {
      docket.doubt(i, "condition", "said to be pristine, but " + exposed);
      return true;
    }
    return false;
  }

  private static boolean overdrawn(Docket docket, int i, SampleLedger ledger, Fact.Sample sample) {
    if (ledger.children(sample.name()).isEmpty()) {
      return false;
    }
    MassBalance balance = MassBalance.of(ledger, sample.name());
    OptionalDouble score = balance.score();
    if (score.isPresent() && score.getAsDouble() < -3) {
      docket.doubt(
          i,
          "mass_mg",
          "more was taken than there was: unaccounted "
              + Mass.text(balance.unaccountedMg().orElseThrow())
              + " +- "
              + Mass.text(balance.sigmaMg().orElseThrow())
              + " mg");
      return true;
    }
    return false;
  }
}
