package org.jumelles.ryugu.sample;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Applies the entries that change earlier ones: withdrawals first, then corrections, in order.
final class Corrections {
  private final Docket docket;

  private Corrections(Docket docket) {
    this.docket = docket;
  }

  static void apply(Docket docket) {
    Corrections corrections = new Corrections(docket);
    for (int i = 0; i < docket.size(); i++) {
      if (docket.fact(i).orElse(null) instanceof Fact.Withdrawal(long of, String _)) {
        corrections.on(i, of, corrections::withdraw);
      }
    }
    for (int i = 0; i < docket.size(); i++) {
      if (docket.fact(i).orElse(null) instanceof Fact.Correction correction) {
        corrections.on(i, correction.of(), (at, target) -> corrections.correct(at, target));
      }
    }
  }

  private void on(int i, long of, BiConsumer<Integer, Integer> change) {
    Optional<Integer> target = docket.position(of);
    if (target.isEmpty()) {
      docket.refuse(i, "of", "the ledger has no entry " + of);
    } else if (target.get() >= i) {
      docket.refuse(i, "of", "entry " + of + " is not an earlier one");
    } else {
      change.accept(i, target.get());
    }
  }

  private void withdraw(int i, int target) {
    if (docket.row(target).kind().equals("withdrawal")) {
      docket.refuse(i, "of", "a withdrawal is not withdrawn; record the entry again");
    } else {
      docket.withdraw(target);
    }
  }

  private void correct(int i, int target) {
    Row row = docket.row(target);
    if (!(docket.fact(i).orElse(null) instanceof Fact.Correction correction)) {
      return;
    }
    if (row.kind().equals("correction") || row.kind().equals("withdrawal")) {
      docket.refuse(i, "of", "a " + row.kind() + " is not corrected; withdraw it");
      return;
    }
    if (!Vocabulary.isKnown(row.kind(), correction.field())
        && row.cell(correction.field()).isEmpty()) {
      docket.refuse(
          i, "field", "entry " + correction.of() + " has no field '" + correction.field() + "'");
      return;
    }
    docket.correct(
        target,
        row.with(correction.field(), new Row.Cell(correction.value(), docket.row(i).place())));
  }
}
