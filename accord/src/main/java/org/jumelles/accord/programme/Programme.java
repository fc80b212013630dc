package org.jumelles.accord.programme;

import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// Something that is done together.
///
/// @param mission the mission that carries it
/// @param phase of ECSS, such as `E`, or empty where not recorded
/// @param parent the programme that it is part of, or empty
/// @param raid its Research Activity Identifier, or empty
public record Programme(
    String name,
    String mission,
    String phase,
    String parent,
    String raid,
    When from,
    When to,
    String source) {
  public static Programme of(Fields fields) {
    return new Programme(
        fields.id(),
        fields.text("mission"),
        fields.textOr("phase", ""),
        fields.textOr("parent", ""),
        fields.textOr("raid", ""),
        fields.when("from"),
        fields.when("to"),
        fields.text("source"));
  }
}
