package org.jumelles.service.event;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.EventHolding;
import org.jumelles.service.holding.Holdings;

/// One event out of the document that tells it.
///
/// @param holding what the catalogue says
/// @param event as QuakeML has it
/// @param document in which it stands, for its extensions
record EventFile(EventHolding holding, Event event, QuakeMlDocument document) {

  /// @param name an event's name or public identifier
  /// @throws org.jumelles.service.exchange.Refusal 401 or 403 where the caller may not have it
  static Optional<EventFile> find(Archive archive, Gate gate, Request request, String name)
      throws IOException {
    Optional<EventHolding> holding =
        new Holdings(archive)
            .events().stream()
                .filter(one -> one.shownName().equals(name) || one.publicId().equals(name))
                .findFirst();
    if (holding.isEmpty() || holding.get().payload().isEmpty()) {
      return Optional.empty();
    }
    EventHolding found = holding.get();
    Optional<Product> product = archive.find(found.product());
    if (product.isEmpty()) {
      return Optional.empty();
    }
    Pass pass = gate.enter(request, product.get());
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(pass.path(found.payload())))) {
      Optional<QuakeMlDocument> document = QuakeMl.read(in, found.payload()).found();
      return document.flatMap(
          one ->
              one.eventParameters().events().stream()
                  .filter(event -> event.publicID().equals(found.publicId()))
                  .findFirst()
                  .map(event -> new EventFile(found, event, one)));
    }
  }
}
