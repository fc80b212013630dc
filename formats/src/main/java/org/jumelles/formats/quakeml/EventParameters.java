package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// A catalogue of events.
///
/// @param publicID a resource identifier, such as `smi:insight.mqs/EventParameters`
/// @param rest all else
public record EventParameters(
    String publicID,
    List<Event> events,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public EventParameters {
    events = List.copyOf(events);
    comments = List.copyOf(comments);
  }

  public static EventParameters of(String publicID, List<Event> events) {
    return new EventParameters(publicID, events, List.of(), Optional.empty(), Rest.NONE);
  }

  public Optional<String> description() {
    return rest.text("description");
  }
}
