package org.jumelles.service.seedlink;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// Sends one client the records that it asked for, in the order of their numbers.
final class Sender {
  private static final Duration LOOK = Duration.ofSeconds(5);

  /// Of the files of a round, so many may be sealed while they are read before it is a failure.
  private static final int SEALED_WHILE_READ = 20;

  private final SeedLinkServer.Shared shared;
  private final Outgoing outgoing;
  private final List<StationRequest> requests;
  private final int version;
  private final Map<String, Optional<Wish>> wishes = new HashMap<>();
  private long at;

  /// What is wanted of one key.
  private record Wish(StationRequest request, StreamName name, long first) {}

  Sender(SeedLinkServer.Shared shared, Handshake handshake, Outgoing outgoing) {
    this.shared = shared;
    this.outgoing = outgoing;
    this.requests = handshake.requests();
    this.version = handshake.version();
  }

  /// Returns when a client that dialled up has all that was there; otherwise never, but for a
  /// client of version 3 whose window has ended.
  void send(boolean dialUp) throws IOException, InterruptedException {
    Journal.View view = shared.board().now();
    long next = view.next();
    List<Long> firsts = requests.stream().map(r -> r.first(dialUp, next)).toList();
    at = firsts.stream().mapToLong(Long::longValue).min().orElse(next);
    while (true) {
      round(view, firsts);
      outgoing.flush();
      if (dialUp || isOver()) {
        outgoing.text("END");
        return;
      }
      view = shared.board().await(at, LOOK);
    }
  }

  private boolean isOver() {
    Moment now = shared.clock().get();
    return version == 3
        && requests.stream()
            .allMatch(r -> r.windowEnd().map(end -> end.isBefore(now)).orElse(false));
  }

  private void round(Journal.View first, List<Long> firsts) throws IOException {
    Journal.View view = first;
    for (int i = 0; ; i++) {
      try {
        shared
            .backlog()
            .walk(view, at, stretch -> wants(stretch, firsts), numbered -> take(numbered, firsts));
        at = Math.max(at, view.next());
        return;
      } catch (NoSuchFileException e) {
        if (i == SEALED_WHILE_READ) {
          throw e;
        }
        view = shared.board().now();
      }
    }
  }

  private boolean wants(Stretch stretch, List<Long> firsts) {
    return wish(stretch.key(), firsts)
        .map(
            wish ->
                stretch.end() > wish.first
                    && wish.request.isInside(
                        stretch.span().start(), stretch.span().end().plusNanos(1)))
        .orElse(false);
  }

  /// The first request whose station matches; a stream that it does not select is not sent.
  private Optional<Wish> wish(String key, List<Long> firsts) {
    return wishes.computeIfAbsent(
        key,
        _ -> {
          StreamName name = StreamName.of(key);
          for (int i = 0; i < requests.size(); i++) {
            StationRequest request = requests.get(i);
            if (request.station().matches(name.station())) {
              return request.takes(name)
                  ? Optional.of(new Wish(request, name, firsts.get(i)))
                  : Optional.empty();
            }
          }
          return Optional.empty();
        });
  }

  private boolean take(Backlog.Numbered numbered, List<Long> firsts) throws IOException {
    Record record = numbered.record();
    Optional<Wish> wish = wish(record.sourceId().text(), firsts);
    String format = StreamName.format(record);
    boolean wanted =
        wish.isPresent()
            && numbered.number() + Backlog.slots(record) > wish.get().first
            && (version == 3 || numbered.number() >= wish.get().first)
            && wish.get().request.takes(wish.get().name, format)
            && wish.get().request.isInside(record.start(), end(record));
    if (wanted) {
      if (version == 3) {
        for (byte[] packet : Packets.version3(numbered, wish.get().first)) {
          outgoing.packet(packet);
        }
      } else {
        outgoing.packet(packet4(numbered, wish.get(), format));
      }
    }
    at = numbered.number() + Backlog.slots(record);
    return !Thread.currentThread().isInterrupted();
  }

  private static byte[] packet4(Backlog.Numbered numbered, Wish wish, String format)
      throws IOException {
    Record record = numbered.record();
    boolean convert =
        record.version() == 2
            && wish.request.filter(wish.name, format).filter(f -> f.equals("3")).isPresent();
    Optional<byte[]> converted =
        convert
            ? Packets.encoded(record, 3, Math.max(4096, 4 * record.recordLength()))
            : Optional.empty();
    return converted
        .map(bytes -> Packets.version4("3D", numbered.number(), wish.name.station(), bytes))
        .orElseGet(
            () ->
                Packets.version4(
                    format, numbered.number(), wish.name.station(), Packets.bytes(record)));
  }

  /// One interval after the last sample, as [FDSN-SeedLink4] has the end of a packet.
  private static Moment end(Record record) {
    return record.samplingRateHz() > 0
        ? record.end().plusNanos(Sampling.nanos(1, record.samplingRateHz()))
        : record.end().plusNanos(1);
  }
}
