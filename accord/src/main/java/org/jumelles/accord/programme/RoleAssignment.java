package org.jumelles.accord.programme;

import java.time.LocalDate;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// A role that an organisation, or a person of it, has in a programme between two dates, both
/// included.
///
/// @param organisation by its short name
/// @param person the name of a person, or empty where the organisation itself holds the role
/// @param orcid the person's identifier, or empty
/// @param scope the part of the programme that the role is about, such as a work package
/// @param accountable whether the organisation answers for that part
/// @param delegatedBy the organisation that handed the role down, or empty
/// @param under the agreement by which it has the role, or words that say it is not known
/// @param source where the fact is from
public record RoleAssignment(
    String name,
    String organisation,
    String person,
    String orcid,
    String programme,
    Role role,
    String scope,
    boolean accountable,
    String delegatedBy,
    When from,
    When to,
    String under,
    String source) {
  public static RoleAssignment of(Fields fields) {
    return new RoleAssignment(
        fields.id(),
        fields.text("organisation"),
        fields.textOr("person", ""),
        fields.textOr("orcid", ""),
        fields.text("programme"),
        fields.oneOf("role", Role.class),
        fields.text("scope"),
        fields.flag("accountable"),
        fields.textOr("delegated_by", ""),
        fields.when("from"),
        fields.when("to"),
        fields.textOr("under", "not known: the source names no agreement"),
        fields.text("source"));
  }

  /// Whether the role may have been held on a day: a limit that is not known excludes nothing.
  public boolean holdsOn(LocalDate day) {
    return When.mayHold(from, to, day);
  }

  /// Whether both roles may have been held on one day.
  public boolean overlaps(RoleAssignment other) {
    return When.mayOverlap(from, to, other.from, other.to);
  }
}
