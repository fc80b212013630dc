package org.jumelles.archive.catalogue;

import java.util.Optional;
import org.jumelles.kernel.time.Span;

/// What products to find, in their newest versions; the last stored first. An entry's kind, time
/// and place must be those of one entry.
///
/// @param mission the first part of a recipe's name, or of a raw file the programme in whose frame
///     it was taken in, in lower case; empty for any
/// @param kind of an entry that it holds; empty for any
/// @param span that an entry overlaps, ends included
/// @param place in which an entry lies, where it says so
/// @param text that the title, the recipe, or the key or the attributes of an entry contain; ASCII
///     letters match in either case; empty for any
/// @param after the number of the last hit of the page before; 0 for the first page
/// @param limit of hits on a page
public record Search(
    String mission,
    String kind,
    Span span,
    Optional<Box> place,
    String text,
    long after,
    int limit) {

  /// How far hits are counted: what counts so many has so many or more.
  public static final int COUNTED = 1001;

  /// Degrees, ends included; where `west` is greater than `east` it crosses 180 degrees.
  public record Box(double west, double south, double east, double north) {}

  public Search {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("a page of " + limit + " hits; 1 to 1000 are given");
    }
  }

  /// Everything.
  public static Search all(int limit) {
    return new Search("", "", Query.ALWAYS, Optional.empty(), "", 0, limit);
  }

  public Search ofMission(String other) {
    return new Search(other, kind, span, place, text, after, limit);
  }

  public Search ofKind(String other) {
    return new Search(mission, other, span, place, text, after, limit);
  }

  public Search after(long number) {
    return new Search(mission, kind, span, place, text, number, limit);
  }
}
