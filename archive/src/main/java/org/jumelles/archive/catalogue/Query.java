package org.jumelles.archive.catalogue;

import java.util.List;
import java.util.Map;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// What entries to find.
///
/// @param keyGlobs an entry's key matches one of them: `*` is any text, `?` any character; none
///     given means every key
/// @param span an entry's span overlaps it, ends included
/// @param attributes an entry has all of these with these values
public record Query(
    String kind,
    List<String> keyGlobs,
    Span span,
    Map<String, String> attributes,
    Versions versions) {

  /// The newest of all versions of a product, or each of them.
  public enum Versions {
    LATEST,
    ALL
  }

  public static final Span ALWAYS = new Span(Moment.MIN, Moment.MAX);

  public Query {
    keyGlobs = List.copyOf(keyGlobs);
    attributes = Map.copyOf(attributes);
  }

  public Query(String kind, List<String> keyGlobs, Span span) {
    this(kind, keyGlobs, span, Map.of(), Versions.LATEST);
  }

  public Query(String kind, List<String> keyGlobs, Span span, Map<String, String> attributes) {
    this(kind, keyGlobs, span, attributes, Versions.LATEST);
  }

  /// Every entry of a kind, in its newest version.
  public static Query all(String kind) {
    return new Query(kind, List.of(), ALWAYS);
  }
}
