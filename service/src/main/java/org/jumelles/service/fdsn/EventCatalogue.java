package org.jumelles.service.fdsn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventText;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.EventHolding;
import org.jumelles.service.holding.Holdings;

/// Answers fdsnws-event out of the QuakeML documents that the archive keeps.
///
/// Time is first narrowed by the catalogue; all else is asked of the event itself.
final class EventCatalogue {
  /// More documents in one answer would not fit in memory.
  private static final int MAX_DOCUMENTS = 20_000;

  /// An origin may lie so long before the span that the catalogue keeps of an event.
  private static final long SLACK_NANOS = 3_600_000_000_000L;

  private final Archive archive;
  private final Gate gate;
  private final Holdings holdings;

  EventCatalogue(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
    this.holdings = new Holdings(archive);
  }

  /// An event, the document it stands in, and what the catalogue says of it.
  record Listed(Event event, EventHolding holding, QuakeMlDocument document) {
    Moment time() {
      return event.preferredOrigin().map(origin -> origin.time().value()).orElse(holding.time());
    }

    double magnitude() {
      return event
          .preferredMagnitude()
          .map(magnitude -> magnitude.mag().value())
          .orElse(Double.NEGATIVE_INFINITY);
    }

    /// Who made the event's preferred origin, or the event.
    Optional<String> contributor() {
      return event
          .creationInfo()
          .or(() -> event.preferredOrigin().flatMap(Origin::creationInfo))
          .flatMap(CreationInfo::agencyID);
    }
  }

  private record Document(Identity product, String payload) {}

  /// What an event is like is asked of those alone that the caller may have: a filter would tell of
  /// the others.
  Answer answer(FdsnRequest.Events wanted, Request request) throws IOException {
    List<Listed> found = new ArrayList<>();
    Gate.Sieve sieve = gate.sieve(request);
    for (Listed listed : listed(window(wanted), wanted.updatedAfter(), sieve)) {
      if (EventFilter.takes(wanted, listed) && isOf(wanted.names().catalog(), listed)) {
        found.add(listed);
      }
    }
    found.sort(order(wanted.paging().orderBy()));
    List<Listed> page =
        found.stream().skip(wanted.paging().offset() - 1L).limit(wanted.paging().limit()).toList();
    if (page.isEmpty()) {
      sieve.demand();
      throw new RequestRefusal(wanted.nodataStatus(), "No events match the selection");
    }
    return switch (wanted.format()) {
      case "text" -> Answer.of(200, Answer.TEXT, text(page));
      case "geojson" -> Answer.of(200, EventGeoJson.MEDIA_TYPE, EventGeoJson.of(page));
      default -> xml(page, wanted.detail());
    };
  }

  List<String> catalogs() {
    Set<String> names = new TreeSet<>();
    for (EventHolding event : holdings.events()) {
      names.add(catalog(event));
    }
    return List.copyOf(names);
  }

  List<String> contributors(Request request) {
    Set<String> names = new TreeSet<>();
    try {
      for (Listed listed : listed(Query.ALWAYS, Optional.empty(), gate.sieve(request))) {
        listed.contributor().ifPresent(names::add);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return List.copyOf(names);
  }

  /// The catalogue of an event is the recipe that made its product; what came from elsewhere is
  /// `ingest`.
  private String catalog(EventHolding event) {
    return archive.find(event.product()).map(product -> product.recipe().name()).orElse("unknown");
  }

  private boolean isOf(Optional<String> catalog, Listed listed) {
    return catalog.map(name -> name.equals(catalog(listed.holding()))).orElse(true);
  }

  private List<Listed> listed(Span window, Optional<Moment> updatedAfter, Gate.Sieve sieve)
      throws IOException {
    Map<Document, Map<String, EventHolding>> byDocument = new LinkedHashMap<>();
    for (EventHolding holding : holdings.events(window)) {
      if (holdings.isNewer(holding.product(), updatedAfter)) {
        byDocument
            .computeIfAbsent(
                new Document(holding.product(), holding.payload()), _ -> new LinkedHashMap<>())
            .put(holding.publicId(), holding);
      }
    }
    if (byDocument.size() > MAX_DOCUMENTS) {
      throw new RequestRefusal(413, "More than " + MAX_DOCUMENTS + " documents; ask for less time");
    }
    List<Listed> listed = new ArrayList<>();
    for (var entry : byDocument.entrySet()) {
      Optional<Pass> pass = archive.find(entry.getKey().product()).flatMap(sieve::pass);
      if (pass.isEmpty()) {
        continue;
      }
      QuakeMlDocument document = document(pass.get(), entry.getKey().payload());
      for (Event event : document.eventParameters().events()) {
        Optional.ofNullable(entry.getValue().get(event.publicID()))
            .ifPresent(holding -> listed.add(new Listed(event, holding, document)));
      }
    }
    return listed;
  }

  private static QuakeMlDocument document(Pass pass, String payload) throws IOException {
    try (InputStream in = Channels.newInputStream(pass.open(payload))) {
      Outcome<QuakeMlDocument> read = QuakeMl.read(in, payload);
      return read.found().orElseThrow(() -> new IOException(read.defects().getFirst().sentence()));
    }
  }

  private static Span window(FdsnRequest.Events wanted) {
    boolean open = wanted.start().equals(Moment.MIN);
    Moment end = wanted.end();
    return new Span(
        open ? Moment.MIN : wanted.start().plusNanos(-SLACK_NANOS),
        end.taiNanos() > Long.MAX_VALUE - SLACK_NANOS ? end : end.plusNanos(SLACK_NANOS));
  }

  private static Comparator<Listed> order(String orderBy) {
    Comparator<Listed> byTime = Comparator.comparing(Listed::time);
    Comparator<Listed> byMagnitude = Comparator.comparingDouble(Listed::magnitude);
    Comparator<Listed> order =
        switch (orderBy) {
          case "time-asc" -> byTime;
          case "magnitude" -> byMagnitude.reversed().thenComparing(byTime.reversed());
          case "magnitude-asc" -> byMagnitude.thenComparing(byTime.reversed());
          default -> byTime.reversed();
        };
    return order.thenComparing(listed -> listed.event().publicID());
  }

  private String text(List<Listed> page) {
    StringBuilder text = new StringBuilder(EventText.HEADER);
    for (Listed listed : page) {
      text.append(
          EventText.line(listed.event(), listed.event().publicID(), catalog(listed.holding())));
    }
    return text.toString();
  }

  private static Answer xml(List<Listed> page, FdsnRequest.Events.Detail detail)
      throws IOException {
    List<Event> events =
        page.stream().map(listed -> EventFilter.reduced(listed.event(), detail)).toList();
    Set<QuakeMlDocument> documents = new HashSet<>();
    Set<String> references = new HashSet<>();
    for (Listed listed : page) {
      documents.add(listed.document());
    }
    for (Event event : events) {
      references.add(event.publicID());
      event.origins().forEach((Origin origin) -> references.add(origin.publicID()));
      event.magnitudes().forEach((Magnitude magnitude) -> references.add(magnitude.publicID()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    QuakeMl.write(EventDocument.of(events, documents, references), out);
    return Answer.of(200, Answer.XML, out.toString(StandardCharsets.UTF_8));
  }
}
