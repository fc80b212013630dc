package org.jumelles.pipeline.recipe.seis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.EventContents;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.solution.ManualPicks;
import org.jumelles.seis.solution.Opinion;
import org.jumelles.seis.solution.Solution;

/// What somebody picked by hand within a source's time: events of ingested catalogues, and sets
/// that were saved on the event page.
///
/// @param files by product, the payloads that hold the events
/// @param saved entries of the ledger, oldest first
record HandPicks(Map<Identity, Set<String>> files, List<LedgerEntry> saved) {
  /// A hand-picked arrival may precede the onset that the machine saw by so much.
  private static final long PICK_REACH_NANOS = 120L * 1_000_000_000L;

  /// One person's picks of one event.
  ///
  /// @param others phases that no step uses: they are told again
  /// @param event the span of the event that it was picked on, where it was picked on one
  record Hand(ManualPicks picks, List<PhasePick> others, Optional<Span> event) {
    Hand {
      others = List.copyOf(others);
    }

    /// Whether it belongs to what was seen: by its first arrival, or by the event that it was
    /// picked on.
    boolean isOf(Candidate candidate) {
      boolean near =
          !picks.arrival().isBefore(candidate.onset().plusNanos(-PICK_REACH_NANOS))
              && !picks.arrival().isAfter(candidate.end());
      return near || event.filter(span -> span.overlaps(candidate.span())).isPresent();
    }

    Opinion opinion(Solution solution) {
      return new Opinion(
          solution, picks.author(), Optional.of(picks.source()), picks.created(), others);
    }
  }

  static HandPicks of(Archive archive, Source source) {
    Map<Identity, Set<String>> files = new TreeMap<>();
    for (Found found :
        archive.entries(
            new Query(
                "event",
                List.of(),
                source.span(),
                Map.of(EventContents.PICKS, EventContents.MANUAL)))) {
      files.computeIfAbsent(found.product(), _ -> new TreeSet<>()).add(found.entry().payload());
    }
    return new HandPicks(files, SavedPicks.of(archive, source));
  }

  /// Those of the source's station, by the first arrival, which lies in its span.
  List<Hand> read(Archive archive, Source source) throws IOException {
    String station = source.channel().network() + "." + source.channel().station();
    List<ManualPicks> all = new ArrayList<>();
    for (Map.Entry<Identity, Set<String>> product : files.entrySet()) {
      for (String payload : product.getValue()) {
        Path file = archive.path(product.getKey(), payload);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          QuakeMl.events(
              in, payload, event -> event.found().flatMap(ManualPicks::of).ifPresent(all::add));
        }
      }
    }
    List<Hand> hands = new ArrayList<>();
    all.stream()
        .filter(picks -> picks.station().equals(station))
        .filter(picks -> source.span().contains(picks.arrival()))
        .map(picks -> new Hand(picks, List.of(), Optional.empty()))
        .forEach(hands::add);
    saved.forEach(entry -> SavedPicks.hand(entry).ifPresent(hands::add));
    hands.sort(
        Comparator.comparing((Hand hand) -> hand.picks().arrival())
            .thenComparing(hand -> hand.picks().source()));
    return hands;
  }
}
