package org.jumelles.pipeline.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.solution.ManualPicks;

/// Lists the events of a QuakeML document, one in memory at a time.
public final class EventContents {
  /// An entry's attribute: somebody picked its phases.
  public static final String PICKS = "picks";

  public static final String MANUAL = "manual";

  private static final int DEFECTS_KEPT = 100;

  private final String payload;
  private final String source;
  private final long size;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private long good;
  private long doubtful;
  private long refused;

  private EventContents(String payload, String source, long size) {
    this.payload = payload;
    this.source = source;
    this.size = size;
  }

  static Contents of(Path file, String payload) throws IOException {
    EventContents contents = new EventContents(payload, file.toString(), Files.size(file));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      QuakeMl.events(in, file.toString(), contents::take);
    }
    return new Contents(
        "application/xml",
        "Catalogue of " + contents.entries.size() + " events",
        contents.entries,
        new FileReport.Units(contents.good, contents.doubtful, contents.refused),
        contents.defects,
        Map.of("format", "QuakeML"));
  }

  private void take(Outcome<Event> outcome) {
    outcome.defects().stream()
        .limit(Math.max(0, DEFECTS_KEPT - defects.size()))
        .forEach(defects::add);
    Optional<Entry> entry = outcome.found().flatMap(event -> entry(event, payload, size));
    if (entry.isEmpty()) {
      refused++;
      if (outcome.found().isPresent() && defects.size() < DEFECTS_KEPT) {
        defects.add(timeless(outcome.found().get()));
      }
      return;
    }
    entries.add(entry.get());
    if (outcome instanceof Outcome.Doubtful<Event>) {
      doubtful++;
    } else {
      good++;
    }
  }

  private Defect timeless(Event event) {
    return new Defect(
        source,
        new Place.Path(event.publicID()),
        "origin/time",
        "an event is found by its time",
        "neither an origin nor a pick");
  }

  /// How the catalogue finds an event: by the time of its preferred origin, else its first one.
  public static Optional<Entry> entry(Event event, String payload, long size) {
    Optional<Origin> origin =
        event.preferredOrigin().or(() -> event.origins().stream().findFirst());
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    Moment time = origin.get().time().value();
    Moment end =
        event.picks().stream()
            .map(pick -> pick.time().value())
            .filter(at -> at.isAfter(time))
            .max(Moment::compareTo)
            .orElse(time);
    return Optional.of(
        new Entry(
            "event",
            event.publicID(),
            new Span(time, end),
            payload,
            0,
            size,
            attributes(event, origin.get())));
  }

  private static Map<String, String> attributes(Event event, Origin origin) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("time", Utc.text(origin.time().value()));
    attributes.put("latitude", Double.toString(origin.latitude().value()));
    attributes.put("longitude", Double.toString(origin.longitude().value()));
    origin.depth().ifPresent(depth -> attributes.put("depth_m", depth.value().toString()));
    event
        .described(EventDescription.EARTHQUAKE_NAME)
        .ifPresent(name -> attributes.put("name", name));
    event.marsType().ifPresent(type -> attributes.put("type", type.name()));
    origin.marsLocationQuality().ifPresent(quality -> attributes.put("quality", quality.name()));
    event
        .preferredMagnitude()
        .or(() -> event.magnitudes().stream().findFirst())
        .ifPresent(magnitude -> put(attributes, magnitude));
    if (ManualPicks.of(event).isPresent()) {
      attributes.put(PICKS, MANUAL);
    }
    return attributes;
  }

  private static void put(Map<String, String> attributes, Magnitude magnitude) {
    attributes.put("magnitude", magnitude.mag().value().toString());
    magnitude.type().ifPresent(type -> attributes.put("magnitude_type", type));
  }
}
