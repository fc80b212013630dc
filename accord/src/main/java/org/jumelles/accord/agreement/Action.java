package org.jumelles.accord.agreement;

import java.time.LocalDate;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// What somebody has to do by a day, mostly because of a [Decision].
///
/// @param decision its name, or empty
/// @param done when it was done, or not known where it is open
public record Action(
    String name,
    String decision,
    String owner,
    When due,
    When done,
    String statement,
    String source) {
  public static Action of(Fields fields) {
    return new Action(
        fields.id(),
        fields.textOr("decision", ""),
        fields.text("owner"),
        fields.when("due"),
        fields.when("done"),
        fields.text("statement"),
        fields.text("source"));
  }

  public boolean openOn(LocalDate day) {
    return done.latest().filter(last -> !last.isAfter(day)).isEmpty();
  }

  public boolean lateOn(LocalDate day) {
    return openOn(day) && due.latest().filter(day::isAfter).isPresent();
  }
}
