package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.picking.Picks;
import org.jumelles.seis.solution.ManualPicks;

/// Sets of picks that analysts saved on the event page: entries `seis/picks` of the ledger, whose
/// layout `docs/services.md` tells.
final class SavedPicks {
  private static final String KIND = "seis/picks";
  private static final String PICK = "pick.";
  private static final double LEAST_SIGMA_SECONDS = 0.1;

  private SavedPicks() {}

  /// The sets of a source's station whose first arrival lies in its span; those saved on an event
  /// of one channel belong to that channel alone.
  static List<LedgerEntry> of(Archive archive, Source source) {
    String station = source.channel().network() + "." + source.channel().station();
    return archive.ledger(KIND).stream()
        .filter(entry -> matches(entry, "station", station))
        .filter(entry -> matches(entry, "channel", source.channel().nslc()))
        .filter(
            entry ->
                hand(entry)
                    .filter(hand -> source.span().contains(hand.picks().arrival()))
                    .isPresent())
        .toList();
  }

  private static boolean matches(LedgerEntry entry, String field, String wanted) {
    return entry.body().getOrDefault(field, wanted).equals(wanted);
  }

  /// How a set is named wherever its picks went.
  static String name(LedgerEntry entry) {
    return "ledger:" + entry.sequence() + ":" + entry.hash();
  }

  /// None where there is no first phase to locate with, or the entry cannot be read.
  static Optional<HandPicks.Hand> hand(LedgerEntry entry) {
    Map<String, PhasePick> byPhase = new TreeMap<>();
    List<PhasePick> all = new ArrayList<>();
    for (Map.Entry<String, String> line : entry.body().entrySet()) {
      if (line.getKey().startsWith(PICK)) {
        Optional<PhasePick> pick = pick(line.getValue(), name(entry) + "/" + line.getKey());
        pick.ifPresent(one -> byPhase.putIfAbsent(one.phase(), one));
        pick.ifPresent(all::add);
      }
    }
    boolean guided = !byPhase.containsKey("P") && byPhase.containsKey("Pg");
    Optional<PhasePick> first = Optional.ofNullable(byPhase.get(guided ? "Pg" : "P"));
    Optional<PhasePick> second =
        Optional.ofNullable(byPhase.get(guided ? "Sg" : "S"))
            .filter(s -> first.filter(p -> p.time().isBefore(s.time())).isPresent());
    return first.map(
        p -> {
          all.remove(p);
          second.ifPresent(all::remove);
          ManualPicks picks =
              new ManualPicks(
                  name(entry),
                  entry.body().getOrDefault("station", ""),
                  new Picks(Optional.of(p), second, List.of()),
                  Optional.of(entry.author()),
                  Optional.of(entry.time()),
                  Optional.empty(),
                  Optional.empty());
          return new HandPicks.Hand(picks, all, event(entry));
        });
  }

  private static Optional<PhasePick> pick(String line, String name) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      return Optional.empty();
    }
    try {
      double sigma = Math.max(LEAST_SIGMA_SECONDS, Double.parseDouble(words[2]));
      return Optional.of(
          new PhasePick(
              words[0],
              Utc.parse(words[1]),
              sigma,
              Double.POSITIVE_INFINITY,
              Double.POSITIVE_INFINITY,
              "picked by hand: " + name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Span> event(LedgerEntry entry) {
    Optional<String> start = Optional.ofNullable(entry.body().get("event_start"));
    Optional<String> end = Optional.ofNullable(entry.body().get("event_end"));
    try {
      Optional<Moment> from = start.map(Utc::parse);
      return from.flatMap(moment -> end.map(Utc::parse).map(to -> new Span(moment, to)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
