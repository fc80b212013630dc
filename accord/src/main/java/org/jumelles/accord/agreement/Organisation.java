package org.jumelles.accord.agreement;

import org.jumelles.accord.fact.Fields;

/// A body that may be party to an agreement or bear a role.
///
/// @param name its short name, by which all other facts name it
/// @param fullName as it writes itself, or empty
/// @param ror its identifier in the Research Organization Registry, such as `04h1h0y33`, or empty
///     where this record does not have it
public record Organisation(String name, String fullName, String ror, String source) {
  public static Organisation of(Fields fields) {
    return new Organisation(
        fields.id(),
        fields.textOr("full_name", ""),
        fields.textOr("ror", ""),
        fields.text("source"));
  }
}
