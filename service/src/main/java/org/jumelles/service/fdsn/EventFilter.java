package org.jumelles.service.fdsn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Span;

/// Whether an event is asked for, and how much of it.
///
/// Place, depth and time are those of the preferred origin; an event without the number that a
/// limit speaks of is not taken.
final class EventFilter {
  private EventFilter() {}

  static boolean takes(FdsnRequest.Events wanted, EventCatalogue.Listed listed) {
    return new Span(wanted.start(), wanted.end()).contains(listed.time())
        && takesPlace(wanted, listed.event())
        && takesSize(wanted, listed.event())
        && takesName(wanted.names(), listed);
  }

  private static boolean takesPlace(FdsnRequest.Events wanted, Event event) {
    Optional<Origin> origin = event.preferredOrigin();
    boolean here =
        wanted.area().isEverywhere()
            || origin
                .map(
                    place ->
                        wanted.area().contains(place.latitude().value(), place.longitude().value()))
                .orElse(false);
    boolean deep =
        wanted.depthKm().isOpen()
            || origin
                .flatMap(Origin::depth)
                .map(depth -> wanted.depthKm().contains(depth.value() / 1000))
                .orElse(false);
    return here && deep;
  }

  private static boolean takesSize(FdsnRequest.Events wanted, Event event) {
    Optional<String> type = wanted.names().magnitudeType();
    if (wanted.magnitude().isOpen() && type.isEmpty()) {
      return true;
    }
    List<Magnitude> sizes =
        type.isPresent()
            ? event.magnitudes().stream()
                .filter(each -> each.type().filter(type.get()::equalsIgnoreCase).isPresent())
                .toList()
            : event.preferredMagnitude().stream().toList();
    return sizes.stream().anyMatch(each -> wanted.magnitude().contains(each.mag().value()));
  }

  private static boolean takesName(FdsnRequest.Events.Names names, EventCatalogue.Listed listed) {
    Event event = listed.event();
    String id = event.publicID();
    boolean named =
        names.eventIds().isEmpty()
            || names.eventIds().stream()
                .anyMatch(
                    each ->
                        id.equals(each)
                            || id.endsWith("/" + each)
                            || listed.holding().shownName().equals(each));
    return named
        && (names.eventTypes().isEmpty() || hasType(event, names.eventTypes()))
        && names
            .contributor()
            .map(who -> listed.contributor().filter(who::equals).isPresent())
            .orElse(true);
  }

  /// By the type of QuakeML or by that of the Mars extension, such as `LOW_FREQUENCY`.
  private static boolean hasType(Event event, List<Glob> globs) {
    List<String> types =
        List.of(
            event.type().orElse("").toLowerCase(Locale.ROOT),
            event.marsType().map(type -> type.term().toLowerCase(Locale.ROOT)).orElse(""));
    return globs.stream().anyMatch(glob -> types.stream().anyMatch(glob::matches));
  }

  /// The event with as much of it as was asked for.
  static Event reduced(Event event, FdsnRequest.Events.Detail detail) {
    if (detail.isWhole()) {
      return event;
    }
    List<Origin> origins =
        detail.allOrigins() ? event.origins() : event.preferredOrigin().stream().toList();
    List<Magnitude> magnitudes =
        detail.allMagnitudes() ? event.magnitudes() : event.preferredMagnitude().stream().toList();
    return new Event(
        event.publicID(),
        event.descriptions(),
        detail.arrivals() ? origins : origins.stream().map(EventFilter::withoutArrivals).toList(),
        detail.arrivals() ? event.picks() : List.of(),
        magnitudes,
        detail.allMagnitudes() ? event.stationMagnitudes() : List.of(),
        detail.allMagnitudes() && detail.arrivals() ? event.amplitudes() : List.of(),
        event.focalMechanisms(),
        event.comments(),
        event.creationInfo(),
        event.rest());
  }

  private static Origin withoutArrivals(Origin origin) {
    return new Origin(
        origin.publicID(),
        origin.time(),
        origin.latitude(),
        origin.longitude(),
        origin.depth(),
        origin.quality(),
        origin.originUncertainty(),
        List.of(),
        origin.comments(),
        origin.creationInfo(),
        origin.rest());
  }
}
