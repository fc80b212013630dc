package org.jumelles.accord.agreement;

import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// What a governing body decided.
///
/// @param body such as `steering committee`
public record Decision(String name, String body, When taken, String statement, String source) {
  public static Decision of(Fields fields) {
    return new Decision(
        fields.id(),
        fields.text("body"),
        fields.when("taken"),
        fields.text("statement"),
        fields.text("source"));
  }
}
