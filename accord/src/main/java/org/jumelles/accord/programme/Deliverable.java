package org.jumelles.accord.programme;

import java.time.LocalDate;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// Something that one party owes by a day.
///
/// @param accepted when it was accepted, or not known where it was not
/// @param acceptor who accepted it, or empty
/// @param evidence the SHA-256 of a product or file that shows it, or empty
public record Deliverable(
    String name,
    String programme,
    Kind kind,
    String title,
    When due,
    When accepted,
    String acceptor,
    String evidence,
    String source) {
  public enum Kind {
    DATA,
    DOCUMENT,
    SOFTWARE,
    HARDWARE,
    SERVICE
  }

  /// How long before its day a deliverable that is not accepted counts as at risk.
  private static final int AT_RISK_DAYS = 30;

  public static Deliverable of(Fields fields) {
    return new Deliverable(
        fields.id(),
        fields.text("programme"),
        fields.oneOf("kind", Kind.class),
        fields.text("title"),
        fields.when("due"),
        fields.when("accepted"),
        fields.textOr("acceptor", ""),
        fields.textOr("evidence", ""),
        fields.text("source"));
  }

  /// Where it stands.
  public enum Standing {
    ACCEPTED,
    LATE,
    AT_RISK,
    OPEN,
    /// It has no day by which it is due.
    UNDATED
  }

  public boolean isAccepted() {
    return accepted.earliest().isPresent();
  }

  public Standing on(LocalDate day) {
    if (accepted.latest().filter(last -> !last.isAfter(day)).isPresent()) {
      return Standing.ACCEPTED;
    }
    return due.latest()
        .map(
            last -> {
              if (day.isAfter(last)) {
                return Standing.LATE;
              }
              return day.plusDays(AT_RISK_DAYS).isAfter(last) ? Standing.AT_RISK : Standing.OPEN;
            })
        .orElse(Standing.UNDATED);
  }
}
