package org.jumelles.service.holding;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Asks the catalogue what there is.
public final class Holdings {
  /// Fewer digits than this name nothing.
  private static final int SHORTEST_PREFIX = 4;

  private final Archive archive;

  public Holdings(Archive archive) {
    this.archive = archive;
  }

  /// Every channel and level of which waveforms are kept, sorted by source identifier.
  public List<ChannelHolding> channels() {
    Map<String, ChannelHolding> byKey = new TreeMap<>();
    archive
        .listing()
        .visit(
            Query.all("waveform"),
            found -> {
              ChannelHolding one = channel(found.entry());
              byKey.merge(one.sourceId().text() + ' ' + one.level(), one, Holdings::together);
            });
    return List.copyOf(byKey.values());
  }

  /// Every event once, the newest first; where two products tell of one event, the newer product
  /// does.
  public List<EventHolding> events() {
    return events(Query.ALWAYS);
  }

  /// The events whose span touches a window.
  public List<EventHolding> events(Span window) {
    Set<String> seen = new HashSet<>();
    return archive.entries(new Query("event", List.of(), window)).stream()
        .filter(found -> seen.add(found.entry().key()))
        .map(EventHolding::of)
        .sorted(
            Comparator.comparing(EventHolding::time)
                .reversed()
                .thenComparing(EventHolding::publicId))
        .toList();
  }

  /// The product that an identity, the beginning of one, or an event's identifier names.
  public Optional<Product> named(String name) {
    if (Identity.isHex(name) && name.length() >= SHORTEST_PREFIX) {
      List<Product> products = archive.findByPrefix(name);
      if (products.size() == 1) {
        return Optional.of(products.getFirst());
      }
    }
    return events().stream()
        .filter(event -> event.publicId().equals(name) || event.shownName().equals(name))
        .findFirst()
        .flatMap(event -> archive.find(event.product()));
  }

  /// Whether a product was made after an instant; any is, where none is given.
  public boolean isNewer(Identity product, Optional<Moment> than) {
    return than.map(
            moment ->
                archive
                    .find(product)
                    .map(found -> found.lineage().endedAt().isAfter(moment))
                    .orElse(false))
        .orElse(true);
  }

  private static ChannelHolding channel(Entry entry) {
    Map<String, String> attributes = entry.attributes();
    return new ChannelHolding(
        new SourceId(entry.key()),
        attributes.getOrDefault("level", "raw"),
        entry.span(),
        whole(attributes.getOrDefault("samples", "0")),
        1,
        entry.length(),
        rate(attributes.getOrDefault("rate_hz", "0")));
  }

  private static ChannelHolding together(ChannelHolding a, ChannelHolding b) {
    Moment start =
        a.span().start().isBefore(b.span().start()) ? a.span().start() : b.span().start();
    boolean later = b.span().end().isAfter(a.span().end());
    return new ChannelHolding(
        a.sourceId(),
        a.level(),
        new Span(start, later ? b.span().end() : a.span().end()),
        a.samples() + b.samples(),
        a.runs() + b.runs(),
        a.bytes() + b.bytes(),
        later ? b.rateHz() : a.rateHz());
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static double rate(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
