package org.jumelles.service.stac;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.spectra.Footprint;
import org.jumelles.service.spectra.Footprints;
import org.jumelles.service.spectra.StoredGranule;

/// Finds items; memory is that of a page, however many there are.
final class Shelf {
  private static final int PAGE = 100;

  private final Archive archive;
  private final Footprints footprints;

  Shelf(Archive archive) {
    this.archive = archive;
    this.footprints = new Footprints(archive);
  }

  /// @param next where the next page begins; empty on the last
  record Page(List<Holding> holdings, Optional<Search.Token> next) {}

  private record Candidate(Holding.Kind kind, Found found) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparing((Candidate one) -> one.found.entry().span().start())
            .reversed()
            .thenComparing(one -> one.found.product().sha256Hex());
  }

  /// The candidates of a collection in their order, fetched page by page.
  private final class Walk {
    private final Holding.Kind kind;
    private final Deque<Candidate> fetched = new ArrayDeque<>();
    private Optional<Newest> next;

    Walk(Holding.Kind kind, Search search) {
      this.kind = kind;
      Optional<Newest.Mark> after =
          search.after().map(token -> Newest.Mark.behind(token.start(), new Identity(token.id())));
      next = Optional.of(new Newest(kind.entryKind, search.window(), after, PAGE));
    }

    Optional<Candidate> head() {
      while (fetched.isEmpty() && next.isPresent()) {
        Newest asked = next.get();
        Newest.Page page = archive.listing().newest(asked);
        page.found().forEach(found -> fetched.add(new Candidate(kind, found)));
        next = page.next().map(asked::after);
      }
      return Optional.ofNullable(fetched.peek());
    }

    void drop() {
      fetched.remove();
    }
  }

  Page search(Search search) {
    return search.ids().isEmpty() ? walked(search) : named(search);
  }

  private Page walked(Search search) {
    List<Walk> walks = search.collections().stream().map(kind -> new Walk(kind, search)).toList();
    List<Holding> holdings = new ArrayList<>();
    while (true) {
      Optional<Walk> first =
          walks.stream()
              .filter(walk -> walk.head().isPresent())
              .min(Comparator.comparing(walk -> walk.head().orElseThrow(), Candidate.ORDER));
      if (first.isEmpty()) {
        return new Page(holdings, Optional.empty());
      }
      Candidate candidate = first.get().head().orElseThrow();
      first.get().drop();
      Optional<Holding> holding =
          Optional.of(candidate)
              .filter(one -> mayLie(search, one))
              .flatMap(this::holding)
              .filter(one -> touched(search, one));
      if (holding.isPresent() && holdings.size() == search.limit()) {
        return new Page(holdings, Optional.of(Search.Token.of(holdings.getLast())));
      }
      holding.ifPresent(holdings::add);
    }
  }

  private Page named(Search search) {
    List<Holding> all = new ArrayList<>();
    for (Holding.Kind kind : search.collections()) {
      search.ids().stream()
          .distinct()
          .flatMap(id -> item(kind, id).stream())
          .filter(holding -> holding.entry().span().overlaps(search.window()))
          .filter(holding -> touched(search, holding))
          .forEach(all::add);
    }
    List<Holding> rest =
        all.stream()
            .filter(holding -> search.after().map(token -> isBehind(token, holding)).orElse(true))
            .sorted(
                Comparator.comparing((Holding one) -> one.entry().span().start())
                    .reversed()
                    .thenComparing(Holding::id))
            .toList();
    boolean more = rest.size() > search.limit();
    List<Holding> page = more ? rest.subList(0, search.limit()) : rest;
    return new Page(page, more ? Optional.of(Search.Token.of(page.getLast())) : Optional.empty());
  }

  private static boolean isBehind(Search.Token token, Holding holding) {
    return token.isBefore(holding.entry().span().start(), holding.id());
  }

  /// The item of a collection with this whole identity, in the newest version of its product.
  Optional<Holding> item(Holding.Kind kind, String id) {
    return Optional.of(id)
        .filter(text -> text.length() == 64 && Identity.isHex(text))
        .map(Identity::new)
        .flatMap(archive::find)
        .flatMap(product -> entry(kind, product))
        .flatMap(found -> latest(kind, found))
        .flatMap(found -> holding(new Candidate(kind, found)));
  }

  /// The entry that stands for a product in a collection: the one that starts last.
  private static Optional<Found> entry(Holding.Kind kind, Product product) {
    return product.entries().stream()
        .filter(entry -> entry.kind().equals(kind.entryKind))
        .sorted(Comparator.comparing((Entry entry) -> entry.span().start()).reversed())
        .findFirst()
        .map(entry -> new Found(product.identity(), entry));
  }

  private Optional<Found> latest(Holding.Kind kind, Found found) {
    Moment start = found.entry().span().start();
    Newest here =
        new Newest(
            kind.entryKind,
            new Span(start, start),
            Optional.of(Newest.Mark.before(start, found.product())),
            1);
    return archive.listing().newest(here).found().stream()
        .filter(one -> one.product().equals(found.product()))
        .findFirst();
  }

  Archive archive() {
    return archive;
  }

  /// Without a place, a granule lies in no region; to find that out here spares reading it.
  private static boolean mayLie(Search search, Candidate candidate) {
    return search.region().isEmpty()
        || candidate.kind() == Holding.Kind.GRID
        || candidate.found().entry().attributes().containsKey("south_deg");
  }

  private static boolean touched(Search search, Holding holding) {
    return search
        .region()
        .map(region -> region.intersects(holding.footprint().rings()))
        .orElse(true);
  }

  /// Nothing for an entry that is not the one that stands for its product.
  private Optional<Holding> holding(Candidate candidate) {
    return archive
        .find(candidate.found().product())
        .filter(product -> entry(candidate.kind(), product).equals(Optional.of(candidate.found())))
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
