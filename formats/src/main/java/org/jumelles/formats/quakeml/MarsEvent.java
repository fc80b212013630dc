package org.jumelles.formats.quakeml;

import java.util.Optional;

/// The type of a marsquake, said of an [Event].
///
/// @param eventReference publicID of the event
/// @param rest all else, the certainty of the type among it
public record MarsEvent(
    String publicID, String eventReference, Optional<Classification> type, Rest rest) {
  /// A type, `suspected` or `known`.
  public static MarsEvent of(
      String publicID, Event event, MarsEventType type, String typeCertainty) {
    return new MarsEvent(
        publicID,
        event.publicID(),
        Optional.of(Classification.of(type)),
        Rest.NONE.with("typeCertainty", typeCertainty));
  }

  public Optional<MarsEventType> marsType() {
    return type.flatMap(c -> MarsEventType.of(c.term()));
  }

  public Optional<String> typeCertainty() {
    return rest.text("typeCertainty");
  }
}
