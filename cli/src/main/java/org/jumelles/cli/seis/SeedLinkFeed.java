package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.Operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.archive.Archive;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.service.seedlink.SeedLinkClient;
import org.jumelles.service.seedlink.SeedLinkClient.Packet;
import org.jumelles.service.seedlink.SeedLinkClient.Wish;

/// Keeps an archive fed by a SeedLink server: records into the journal, at least once a second;
/// then the number to go on from; then, now and then, the recipes.
///
/// A number is written after its record is safe. Killed in between, the record comes again, is
/// known, and is left out.
final class SeedLinkFeed {
  private static final int BATCH = 256;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Archive archive;
  private final Answer answer;
  private final Source source;
  private final int processEverySeconds;
  private final Operation operation;
  private final Path stateFile;
  private final Map<String, Long> next = new TreeMap<>();
  private final ReentrantLock guard = new ReentrantLock();
  private final List<byte[]> batch = new ArrayList<>();
  private FileReport.Units units = FileReport.Units.NONE;
  private long processedNanos = System.nanoTime();

  SeedLinkFeed(Archive archive, Answer answer, Source source, int processEverySeconds)
      throws IOException {
    this.archive = archive;
    this.answer = answer;
    this.source = source;
    this.processEverySeconds = processEverySeconds;
    this.operation = new Operation(archive, answer.progress());
    this.stateFile = archive.folder().resolve("journal").resolve(source.stateName());
    if (Files.exists(stateFile)) {
      for (String line : Files.readAllLines(stateFile)) {
        String[] words = line.split(" ", -1);
        next.put(words[0], Long.parseLong(words[1]));
      }
    }
  }

  /// Where records come from.
  ///
  /// @param version 0 for the newest offered
  record Source(String host, int port, int version, List<String> stations, List<String> selectors) {
    SeedLinkClient connect(Duration silence) throws IOException {
      return SeedLinkClient.connect(host, port, version, silence);
    }

    List<Wish> all() {
      return stations.stream().map(station -> wish(station, OptionalLong.empty())).toList();
    }

    Wish wish(String station, OptionalLong from) {
      return new Wish(station, selectors, from, Optional.empty(), Optional.empty());
    }

    String stateName() {
      return "seedlink-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + "-" + port + ".state";
    }
  }

  /// What came.
  ///
  /// @param units good: new; doubtful: known already; refused: no record
  record Counts(FileReport.Units units) {
    Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("new", units.good());
      document.put("known", units.doubtful());
      document.put("refused", units.refused());
      return document;
    }

    List<String> lines() {
      return List.of(
          units.good()
              + " records are new, "
              + units.doubtful()
              + " were known, "
              + units.refused()
              + " are refused");
    }
  }

  /// Until the server has no more (`dialUp`), or for ever, over broken lines and restarts.
  Counts run(boolean dialUp) throws IOException {
    Thread flusher = Thread.ofVirtual().start(this::flushNowAndThen);
    Duration pause = Duration.ofSeconds(1);
    try {
      while (true) {
        try (SeedLinkClient client = source.connect(Duration.ofMinutes(1))) {
          answer.say("Connected to " + client.software());
          client.receive(wishes(), dialUp, this::take);
          break;
        } catch (IOException e) {
          keep();
          if (dialUp) {
            throw e;
          }
          answer.say(e.getMessage() + "; trying again in " + pause.toSeconds() + " s");
        }
        if (!sleep(pause)) {
          break;
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    } finally {
      flusher.interrupt();
    }
    keep();
    process();
    operation.record("seedlink", units);
    return new Counts(units);
  }

  /// Stations that are known from where they were, then whatever else there is.
  private List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    guard.lock();
    try {
      next.forEach((station, number) -> wishes.add(source.wish(station, OptionalLong.of(number))));
    } finally {
      guard.unlock();
    }
    source.all().stream().filter(wish -> !next.containsKey(wish.station())).forEach(wishes::add);
    return wishes;
  }

  private void take(Packet packet) throws IOException {
    guard.lock();
    try {
      batch.add(packet.record());
      String station = packet.station().isEmpty() ? station(packet.record()) : packet.station();
      if (!station.isEmpty()) {
        next.put(station, packet.number() + 1);
      }
      if (batch.size() >= BATCH) {
        keep();
      }
    } finally {
      guard.unlock();
    }
    if (processEverySeconds > 0
        && System.nanoTime() - processedNanos > processEverySeconds * 1_000_000_000L) {
      keep();
      process();
    }
  }

  private static String station(byte[] record) {
    return MiniSeed.stream(Bytes.of("packet", record))
        .flatMap(outcome -> outcome.found().stream())
        .map(found -> found.sourceId())
        .findFirst()
        .map((SourceId id) -> id.network() + "_" + id.station())
        .orElse("");
  }

  private void keep() throws IOException {
    guard.lock();
    try {
      if (!batch.isEmpty()) {
        units = units.plus(operation.live().take(List.copyOf(batch)));
        batch.clear();
        List<String> lines = new ArrayList<>();
        next.forEach((station, number) -> lines.add(station + " " + number));
        Path fresh = stateFile.resolveSibling(stateFile.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, stateFile, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      guard.unlock();
    }
  }

  private void flushNowAndThen() {
    while (sleep(LONGEST_WAIT)) {
      try {
        keep();
      } catch (IOException e) {
        answer.say("records could not be kept: " + e.getMessage());
      }
    }
  }

  private void process() throws IOException {
    processedNanos = System.nanoTime();
    if (processEverySeconds == 0) {
      return;
    }
    int stored = operation.live().store(Provenance.now()).size();
    if (stored > 0) {
      Tally made = Operation.total(operation.process());
      answer.say(
          "Processed "
              + stored
              + " channel days of "
              + archive.folder()
              + ": "
              + made.made()
              + " products made");
    }
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
