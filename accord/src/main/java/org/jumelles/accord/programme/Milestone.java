package org.jumelles.accord.programme;

import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// A review of a programme.
///
/// @param planned when it is to be held
/// @param held when it was held, or not known where it was not
/// @param verdict in words, or empty
public record Milestone(
    String name,
    String programme,
    Review review,
    When planned,
    When held,
    String verdict,
    String source) {
  /// Reviews as ECSS-M-ST-10 names them, in their order.
  public enum Review {
    MDR,
    PRR,
    SRR,
    PDR,
    CDR,
    QR,
    AR,
    ORR,
    FRR,
    LRR,
    CRR,
    ELR,
    MCR
  }

  public static Milestone of(Fields fields) {
    return new Milestone(
        fields.id(),
        fields.text("programme"),
        fields.oneOf("review", Review.class),
        fields.when("planned"),
        fields.when("held"),
        fields.textOr("verdict", ""),
        fields.text("source"));
  }
}
