package org.jumelles.kernel.outcome;

/// One thing that is wrong with one source.
///
/// @param source a file's name, or what else the bytes came from
/// @param place where in the source
/// @param field the field by the name that the standard gives it
/// @param clause the part of the standard that is broken, such as `SEED 2.4, blockette 1000`
/// @param found what stands there instead, in words and with the value
public record Defect(String source, Place place, String field, String clause, String found) {

  /// One sentence for a person.
  public String sentence() {
    return source + ", " + place + ": " + field + ": " + found + " (" + clause + ")";
  }

  /// The same defect, said of another source.
  public Defect from(String otherSource) {
    return new Defect(otherSource, place, field, clause, found);
  }
}
