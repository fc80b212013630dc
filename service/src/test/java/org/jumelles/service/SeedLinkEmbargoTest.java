package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jumelles.archive.Archive;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.NewRecord;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.access.Gate;
import org.jumelles.service.seedlink.SeedLinkClient;
import org.jumelles.service.seedlink.SeedLinkClient.Packet;
import org.jumelles.service.seedlink.SeedLinkServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients of SeedLink have no names: what is under embargo is neither listed nor sent, from the
/// store and from the journal alike, and all of it is there when the embargo has ended.
@Timeout(60)
class SeedLinkEmbargoTest {
  private static final Moment JOURNAL = Utc.parse("2019-06-01T00:00:00");

  @TempDir Path folder;
  private final AtomicReference<Moment> now = new AtomicReference<>(Moment.MIN);

  @Test
  void embargoedStreamsAreNeitherListedNorSent() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      new SampleArchive(archive, Files.createDirectories(folder.resolve("work"))).fill();
      Journal journal = new Journal(archive.folder());
      journal.append(List.of(record(SampleArchive.source("BHU")), record(open())));
      try (SeedLinkServer server =
          SeedLinkServer.start(
              archive, new Gate(archive, now::get), "127.0.0.1", 0, SeedLinkServer.Limits.USUAL)) {
        now.set(Utc.parse("2019-08-22T22:00:00"));
        assertThat(stations(server)).containsExactly("XX_OPEN");
        assertThat(server.withheld()).isGreaterThan(25);
        try (SeedLinkClient four = connect(server, 4);
            SeedLinkClient three = connect(server, 3)) {
          assertThat(four.info("STREAMS")).contains("XX_OPEN").doesNotContain("ELYSE");
          assertThat(three.info("STREAMS")).contains("OPEN").doesNotContain("ELYSE");
        }
        try (SeedLinkClient three = connect(server, 3)) {
          assertThatThrownBy(
                  () -> three.receive(List.of(SeedLinkClient.Wish.all("XB_ELYSE")), true, _ -> {}))
              .isInstanceOf(IOException.class)
              .hasMessageContaining("ERROR");
        }
        // The store's records are older than those of the journal.
        now.set(Utc.parse("2019-08-31T00:00:00"));
        Thread.sleep(300);
        long before = server.withheld();
        assertThat(stations(server)).contains("XX_OPEN", "XB_ELYSE").hasSizeGreaterThan(25);
        assertThat(server.withheld() - before).isEqualTo(1);
        now.set(Utc.parse("2019-09-01T00:00:01"));
        before = server.withheld();
        stations(server);
        assertThat(server.withheld()).isEqualTo(before);
      }
    }
  }

  private static SourceId open() {
    return SourceId.of("XX", "OPEN", "00", "BHZ");
  }

  private static SeedLinkClient connect(SeedLinkServer server, int version) throws IOException {
    return SeedLinkClient.connect("127.0.0.1", server.port(), version, Duration.ofSeconds(20));
  }

  /// Of every packet that comes to a client who asks for all.
  private static List<String> stations(SeedLinkServer server) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (SeedLinkClient client = connect(server, 4)) {
      client.receive(List.of(SeedLinkClient.Wish.all("*")), true, packets::add);
    }
    return packets.stream().map(Packet::station).toList();
  }

  private static NewRecord record(SourceId source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MiniSeed.write(
        out,
        source,
        JOURNAL,
        10,
        new Samples.Ints(new int[] {1, 2, 3, 4, 5}),
        WriteOptions.version2(Encoding.STEIM2));
    return new NewRecord(
        source.text(), new Span(JOURNAL, JOURNAL.plusNanos(400_000_000)), 1, out.toByteArray());
  }
}
