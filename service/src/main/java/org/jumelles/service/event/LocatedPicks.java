package org.jumelles.service.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;

/// Finds what the chain made of saved picks: an origin that names them in a comment, of the same
/// event or of one that the machine found at that time.
final class LocatedPicks {
  /// Words before the name of the picks in an origin's comment.
  private static final String OF = "Picks of ";

  private static final long REACH_NANOS = 600_000_000_000L;

  private final Archive archive;
  private final Gate gate;

  LocatedPicks(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
  }

  /// The origins to show beside a file's own: located ones where there are, else as saved.
  ///
  /// @param saved sets of picks saved on the event, each with its `id`
  List<Map<String, Object>> beside(EventFile file, List<Map<String, Object>> saved, Request request)
      throws IOException {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Map<String, Object> one : saved) {
      String id = String.valueOf(one.get("id"));
      if (origin(file, id).isEmpty()) {
        shown.add(elsewhere(file, id, request).orElse(one));
      }
    }
    return shown;
  }

  /// What a saved set became, in this event or in the machine's event of that time.
  Optional<Map<String, Object>> of(EventFile file, String id, Request request) throws IOException {
    Optional<Origin> own = origin(file, id);
    return own.isPresent()
        ? own.map(origin -> EventDetail.origin(file.event(), origin, file))
        : elsewhere(file, id, request);
  }

  private Optional<Map<String, Object>> elsewhere(EventFile file, String id, Request request)
      throws IOException {
    Span span = file.holding().span();
    Span near = new Span(span.start().plusNanos(-REACH_NANOS), span.end().plusNanos(REACH_NANOS));
    for (Found found : archive.entries(new Query("event", List.of(), near))) {
      String picked = found.entry().attributes().getOrDefault("picked", "");
      if (List.of(picked.split(" ", -1)).contains(id)) {
        Optional<EventFile> other = allowed(found.entry().key(), request);
        Optional<Origin> origin = other.flatMap(one -> origin(one, id));
        if (other.isPresent() && origin.isPresent()) {
          Map<String, Object> told =
              EventDetail.origin(other.get().event(), origin.get(), other.get());
          told.put("id", id);
          told.put("preferred", false);
          told.put("event", other.get().event().publicID());
          return Optional.of(told);
        }
      }
    }
    return Optional.empty();
  }

  /// What may not be had is as if it were not there: the picks are then shown as they were saved.
  private Optional<EventFile> allowed(String key, Request request) throws IOException {
    try {
      return EventFile.find(archive, gate, request, key);
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  private static Optional<Origin> origin(EventFile file, String id) {
    return file.event().origins().stream()
        .filter(
            origin ->
                origin.comments().stream().anyMatch(comment -> comment.text().equals(OF + id)))
        .findFirst();
  }
}
