package org.jumelles.service.stac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.spectra.Footprint;
import org.jumelles.service.spectra.Footprints;
import org.jumelles.service.spectra.StoredGranule;

/// Finds items.
final class Shelf {
  private final Archive archive;
  private final Footprints footprints;

  Shelf(Archive archive) {
    this.archive = archive;
    this.footprints = new Footprints(archive);
  }

  /// @param next where the next page begins; empty on the last
  record Page(List<Holding> holdings, Optional<Search.Token> next) {}

  private record Candidate(Holding.Kind kind, Found found) {
    String id() {
      return found.product().sha256Hex();
    }
  }

  Page search(Search search) {
    List<Candidate> candidates = new ArrayList<>();
    for (Holding.Kind kind : search.collections()) {
      Set<String> seen = new HashSet<>();
      for (Found found : entries(kind, search.window())) {
        Candidate candidate = new Candidate(kind, found);
        if (wanted(search, candidate) && seen.add(candidate.id())) {
          candidates.add(candidate);
        }
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate one) -> one.found().entry().span().start())
            .reversed()
            .thenComparing(Candidate::id));
    List<Holding> holdings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<Holding> holding = holding(candidate);
      if (holding.isEmpty() || !touched(search, holding.get())) {
        continue;
      }
      if (holdings.size() == search.limit()) {
        return new Page(holdings, Optional.of(Search.Token.of(holdings.getLast())));
      }
      holdings.add(holding.get());
    }
    return new Page(holdings, Optional.empty());
  }

  /// The item of a collection with this whole identity.
  Optional<Holding> item(Holding.Kind kind, String id) {
    return entries(kind, Query.ALWAYS).stream()
        .filter(found -> found.product().sha256Hex().equals(id))
        .findFirst()
        .flatMap(found -> holding(new Candidate(kind, found)));
  }

  /// Every entry of a collection, in its newest version.
  List<Found> entries(Holding.Kind kind, Span window) {
    return archive.entries(new Query(kind.entryKind, List.of(), window));
  }

  Archive archive() {
    return archive;
  }

  private static boolean wanted(Search search, Candidate candidate) {
    Map<String, String> attributes = candidate.found().entry().attributes();
    boolean named = search.ids().isEmpty() || search.ids().contains(candidate.id());
    boolean after =
        search
            .after()
            .map(token -> token.isBefore(candidate.found().entry().span().start(), candidate.id()))
            .orElse(true);
    // Without a place, a granule lies in no region; to find that out here spares reading it.
    boolean placed =
        search.region().isEmpty()
            || candidate.kind() == Holding.Kind.GRID
            || attributes.containsKey("south_deg");
    return named && after && placed;
  }

  private static boolean touched(Search search, Holding holding) {
    return search
        .region()
        .map(region -> region.intersects(holding.footprint().rings()))
        .orElse(true);
  }

  private Optional<Holding> holding(Candidate candidate) {
    return archive
        .find(candidate.found().product())
        .map(
            product ->
                new Holding(
                    candidate.kind(),
                    product,
                    candidate.found().entry(),
                    footprint(candidate.kind(), product)));
  }

  private Footprint footprint(Holding.Kind kind, Product product) {
    return kind == Holding.Kind.GRID
        ? Footprint.WORLD
        : StoredGranule.behind(archive, product).map(footprints::of).orElse(Footprint.NOWHERE);
  }
}
