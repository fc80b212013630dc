package org.jumelles.accord.priority;

import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// One holding of the science survey seminar.
///
/// @param contributions how many were handed in; 0 where not known
/// @param groups how many working groups; 0 where not known
public record Edition(
    String name, String place, When from, When to, int contributions, int groups, String source) {
  public static Edition of(Fields fields) {
    return new Edition(
        fields.id(),
        fields.text("place"),
        fields.when("from"),
        fields.when("to"),
        fields.count("contributions", 0),
        fields.count("groups", 0),
        fields.text("source"));
  }
}
