package org.jumelles.service.event;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.recipe.seis.SeisChain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Request;

/// Works saved picks out at once, by the recipe that the next run would take.
final class Solving {
  private static final System.Logger LOG = System.getLogger(Solving.class.getName());

  private final Archive archive;
  private final Gate gate;
  private final Optional<Provenance> maker;
  private final LocatedPicks located;

  /// One sol is looked at at a time: each takes the memory of one.
  private final ReentrantLock turn = new ReentrantLock();

  Solving(Archive archive, Gate gate, Optional<Provenance> maker) {
    this.archive = archive;
    this.gate = gate;
    this.maker = maker;
    this.located = new LocatedPicks(archive, gate);
  }

  /// The saved origin with what it was found to be: place, distance, time; and in `solved` and
  /// `reason` whether that could be done.
  Map<String, Object> solved(
      Map<String, Object> saved, SavedPicks.Reading.Picks picks, EventFile file, Request request)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>(saved);
    Optional<String> station = Optional.ofNullable(picks.body().get("station"));
    if (maker.isEmpty() || station.isEmpty()) {
      answer.put("solved", false);
      answer.put(
          "reason",
          station.isEmpty()
              ? "the event does not tell its station"
              : "this service makes no products: the next run will locate it");
      return answer;
    }
    Optional<String> fault = solve(maker.get(), station.get(), span(picks, file));
    Optional<EventFile> now = EventFile.find(archive, gate, request, file.holding().shownName());
    Optional<Map<String, Object>> origin =
        now.isPresent()
            ? located.of(now.get(), String.valueOf(saved.get("id")), request)
            : Optional.empty();
    origin.ifPresent(
        found ->
            found.forEach(
                (name, value) -> {
                  if (!name.equals("author")) {
                    answer.put(name, value);
                  }
                }));
    answer.put("picks_id", saved.get("id"));
    answer.put("solved", origin.isPresent());
    if (origin.isEmpty()) {
      answer.put(
          "reason", fault.orElse("there is no P or Pg to locate with, or no waveform there"));
    }
    return answer;
  }

  /// What went wrong; nothing where all went well.
  private Optional<String> solve(Provenance provenance, String station, Span around)
      throws IOException {
    turn.lock();
    try {
      Runner runner = Runner.onThisMachine(archive, Progress.SILENT, Optional.empty());
      Tally tally = new SeisChain(archive, provenance, runner).solve(station, around);
      return tally.broken() + tally.refused() > 0
          ? Optional.of(tally.defects().getFirst().sentence())
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(System.Logger.Level.ERROR, "picks of " + station + " could not be located", e);
      return Optional.of("a fault of the service; the picks are kept for the next run");
    } finally {
      turn.unlock();
    }
  }

  /// From the first pick or the event's start to its end.
  private static Span span(SavedPicks.Reading.Picks picks, EventFile file) {
    Span span = file.holding().span();
    Moment start = span.start();
    Moment end = span.end();
    List<Moment> times =
        picks.body().entrySet().stream()
            .filter(line -> line.getKey().startsWith("pick."))
            .map(line -> Utc.parse(line.getValue().split(" ", -1)[1]))
            .toList();
    for (Moment time : times) {
      start = time.isBefore(start) ? time : start;
      end = time.isAfter(end) ? time : end;
    }
    return new Span(start, end);
  }
}
