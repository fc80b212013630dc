package org.jumelles.accord;

import java.time.LocalDate;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// A stretch of time of which the record knows that it does not know.
///
/// @param subject the agreement chain or the programme
/// @param from the first day of it
/// @param to the last day of it, or not known
public record Gap(String name, String subject, When from, When to, String statement) {
  public static Gap of(Fields fields) {
    return new Gap(
        fields.id(),
        fields.text("subject"),
        fields.when("from"),
        fields.when("to"),
        fields.text("statement"));
  }

  public boolean covers(LocalDate day) {
    return When.mayHold(from, to, day);
  }
}
