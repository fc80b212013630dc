package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// What the marsquake extension adds to a catalogue.
public record MarsquakeParameters(String publicID, List<MarsEvent> marsEvents, Rest rest) {
  public MarsquakeParameters {
    marsEvents = List.copyOf(marsEvents);
  }

  /// What belongs to an event of the catalogue.
  public Optional<MarsEvent> of(Event event) {
    return marsEvents.stream().filter(m -> m.eventReference().equals(event.publicID())).findFirst();
  }
}
