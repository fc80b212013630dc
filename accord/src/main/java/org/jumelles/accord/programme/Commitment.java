package org.jumelles.accord.programme;

import org.jumelles.accord.fact.Fields;

/// What a party puts into a programme in a year.
///
/// @param kind such as `staff` or `funds`
/// @param amount with its unit, as the source gives it
public record Commitment(
    String name,
    String party,
    String programme,
    int year,
    String kind,
    String amount,
    String source) {
  public static Commitment of(Fields fields) {
    return new Commitment(
        fields.id(),
        fields.text("party"),
        fields.text("programme"),
        fields.count("year", 0),
        fields.text("kind"),
        fields.text("amount"),
        fields.text("source"));
  }
}
