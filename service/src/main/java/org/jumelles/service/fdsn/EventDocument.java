package org.jumelles.service.fdsn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.MarsEvent;
import org.jumelles.formats.quakeml.MarsquakeParameters;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.formats.quakeml.Rest;
import org.jumelles.formats.quakeml.SingleStationOrigin;
import org.jumelles.formats.quakeml.SingleStationParameters;

/// Makes one QuakeML document of events out of several, and lets the Mars and single-station
/// extensions follow their events and origins.
final class EventDocument {
  private static final String ID = "smi:local/jumelles/EventParameters";

  private EventDocument() {}

  /// @param references public identifiers of the events and origins that the answer holds
  static QuakeMlDocument of(
      List<Event> events, Collection<QuakeMlDocument> sources, Set<String> references) {
    QuakeMlDocument document = QuakeMlDocument.of(EventParameters.of(ID, events));
    Optional<SingleStationParameters> singleStation = singleStation(sources, references);
    Optional<MarsquakeParameters> marsquake = marsquake(sources, references);
    if (singleStation.isPresent()) {
      document = document.with(singleStation.get());
    }
    if (marsquake.isPresent()) {
      document = document.with(marsquake.get());
    }
    return document;
  }

  private static Optional<SingleStationParameters> singleStation(
      Collection<QuakeMlDocument> sources, Set<String> references) {
    List<SingleStationParameters> all =
        sources.stream().flatMap(source -> source.singleStation().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<SingleStationOrigin> origins =
        all.stream()
            .flatMap(each -> each.singleStationOrigins().stream())
            .filter(origin -> references.contains(origin.bedOriginReference()))
            .toList();
    return Optional.of(
        new SingleStationParameters(
            all.getFirst().publicID(),
            origins,
            all.stream().flatMap(each -> each.singleStationPicks().stream()).toList(),
            all.stream().flatMap(each -> each.distanceComputations().stream()).toList(),
            all.stream().flatMap(each -> each.azimuthComputations().stream()).toList(),
            rest(all.size(), all.getFirst().rest())));
  }

  private static Optional<MarsquakeParameters> marsquake(
      Collection<QuakeMlDocument> sources, Set<String> references) {
    List<MarsquakeParameters> all =
        sources.stream().flatMap(source -> source.marsquake().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<MarsEvent> events = new ArrayList<>();
    for (MarsquakeParameters each : all) {
      each.marsEvents().stream()
          .filter(event -> references.contains(event.eventReference()))
          .forEach(events::add);
    }
    return Optional.of(
        new MarsquakeParameters(
            all.getFirst().publicID(), events, rest(all.size(), all.getFirst().rest())));
  }

  /// What one document says beside its lists holds for it alone.
  private static Rest rest(int documents, Rest ofFirst) {
    return documents == 1 ? ofFirst : Rest.NONE;
  }
}
