package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.NewRecord;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.seedlink.SeedLinkClient;
import org.jumelles.service.seedlink.SeedLinkClient.Packet;
import org.jumelles.service.seedlink.SeedLinkClient.Wish;
import org.jumelles.service.seedlink.SeedLinkServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Server and client over a real socket, every record compared.
@Timeout(60)
class SeedLinkTest {
  @TempDir Path folder;
  private Archive archive;
  private SeedLinkServer server;

  @BeforeEach
  void start() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    new SampleArchive(archive, Files.createDirectories(folder.resolve("work"))).fill();
    server = SeedLinkServer.start(archive, 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    archive.close();
  }

  @Test
  void everyRecordReachesAClientThatDialsUp() throws IOException {
    List<Packet> packets = dialUp(4, Wish.all("*"));
    assertThat(bytes(packets)).containsExactlyInAnyOrderElementsOf(stored());
    assertThat(packets).extracting(Packet::number).isSorted().doesNotHaveDuplicates();
    assertThat(packets.getFirst().number()).isEqualTo(1);
    assertThat(packets).allMatch(packet -> packet.station().equals("XB_ELYSE"));
  }

  /// Version 3 has room for 512 bytes of version 2 only: W, which is version 3, comes in pieces
  /// with the same samples.
  @Test
  void everySampleReachesAClientOfVersion3() throws IOException {
    List<Packet> packets = dialUp(3, Wish.all("XB_ELYSE"));
    assertThat(packets).allMatch(packet -> packet.record().length == 512);
    assertThat(packets).extracting(Packet::number).isSorted().doesNotHaveDuplicates();
    Map<String, Map<Moment, Integer>> samples = samples(bytes(packets));
    assertThat(samples).isEqualTo(samples(stored()));
    assertThat(samples.get("FDSN:XB_ELYSE_03_B_H_W")).hasSize(SampleArchive.SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aClientGoesOnWhereItWasAcrossARestartOfTheServer(int version) throws IOException {
    List<Packet> whole = dialUp(version, Wish.all("XB_ELYSE"));
    for (int cut : List.of(1, 7, whole.size() / 2, whole.size() - 1)) {
      server.close();
      archive.close();
      archive = Archive.open(folder.resolve("archive"));
      server = SeedLinkServer.start(archive, 0);
      List<Packet> rest = dialUp(version, from(whole.get(cut).number()));
      assertThat(bytes(rest)).isEqualTo(bytes(whole.subList(cut, whole.size())));
      assertThat(rest.getFirst().number()).isEqualTo(whole.get(cut).number());
    }
    assertThat(dialUp(version, from(whole.getLast().number() + 40))).isEmpty();
  }

  @Test
  void whatEntersTheArchiveLaterHasLaterNumbers() throws IOException {
    List<Packet> before = dialUp(4, Wish.all("*"));
    NewRecord record = record(0);
    new Journal(archive.folder()).append(List.of(record));
    List<Packet> after = dialUp(4, from(before.getLast().number() + 1));
    assertThat(bytes(after)).containsExactly(ByteBuffer.wrap(record.bytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void selectorsKeepTheirStreams(int version) throws IOException {
    String[] words = version == 3 ? new String[] {"03BH?", "!BHV"} : new String[] {"03_*", "!*_V"};
    Wish wish =
        new Wish(
            "XB_ELYSE", List.of(words), OptionalLong.empty(), Optional.empty(), Optional.empty());
    assertThat(samples(bytes(dialUp(version, wish))).keySet())
        .containsExactly("FDSN:XB_ELYSE_03_B_H_U", "FDSN:XB_ELYSE_03_B_H_W");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aWindowKeepsWhatTouchesIt(int version) throws IOException {
    Moment start = Utc.parse("2019-05-22T23:02:00");
    Moment end = Utc.parse("2019-05-22T23:03:00");
    Wish wish =
        new Wish(
            "XB_ELYSE",
            List.of(version == 3 ? "BHU" : "03_B_H_U"),
            OptionalLong.empty(),
            Optional.of(start),
            Optional.of(end));
    List<ByteBuffer> wanted =
        stored().stream()
            .filter(b -> parsed(b).sourceId().channel().equals("BHU"))
            .filter(b -> parsed(b).start().isBefore(end) && parsed(b).end().isAfter(start))
            .toList();
    assertThat(wanted).isNotEmpty();
    assertThat(bytes(dialUp(version, wish))).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aLiveRecordArrivesSoon(int version) throws Exception {
    Journal journal = new Journal(archive.folder());
    List<Packet> got = new ArrayList<>();
    CountDownLatch three = new CountDownLatch(3);
    long next = journal.view().next();
    try (SeedLinkClient client = connect(version)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  client.receive(
                      List.of(from(next)),
                      false,
                      packet -> {
                        got.add(packet);
                        three.countDown();
                      });
                } catch (IOException _) {
                  // closed below
                }
              });
      for (int i = 0; i < 3; i++) {
        journal.append(List.of(record(i)));
        Thread.sleep(100);
      }
      assertThat(three.await(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(bytes(got))
        .containsExactly(
            ByteBuffer.wrap(record(0).bytes()),
            ByteBuffer.wrap(record(1).bytes()),
            ByteBuffer.wrap(record(2).bytes()));
  }

  @Test
  void aStreamCanBeHadAsVersion3() throws IOException {
    Wish wish =
        new Wish(
            "XB_ELYSE", List.of("*_U:3"), OptionalLong.empty(), Optional.empty(), Optional.empty());
    List<ByteBuffer> converted = bytes(dialUp(4, wish));
    assertThat(converted).allMatch(b -> parsed(b).version() == 3);
    assertThat(samples(converted).get("FDSN:XB_ELYSE_03_B_H_U"))
        .isEqualTo(samples(stored()).get("FDSN:XB_ELYSE_03_B_H_U"));
  }

  @Test
  void infoTellsWhatThereIs() throws IOException {
    try (SeedLinkClient four = connect(4);
        SeedLinkClient three = connect(3)) {
      assertThat(four.info("STREAMS"))
          .contains("\"id\":\"XB_ELYSE\"", "\"id\":\"03_B_H_W\"", "2019-05-22T23:00:00")
          .contains("\"start_seq\":1");
      assertThat(four.info("CONNECTIONS")).contains("jumelles/0.1.0");
      assertThat(four.info("NOTHING")).contains("\"error\"", "ARGUMENTS");
      assertThat(three.info("STREAMS"))
          .contains("<station name=\"ELYSE\" network=\"XB\"", "seedname=\"BHV\"")
          .endsWith("</seedlink>");
      assertThat(three.info("ID")).contains("software=\"SeedLink v4.0");
      assertThat(three.info("NOTHING")).contains("no such INFO item");
    }
  }

  @Test
  void aStationThatIsNotThereIsAnErrorInVersion3AndMayComeInVersion4() throws IOException {
    assertThatThrownBy(() -> dialUp(3, Wish.all("XB_MOON")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ERROR");
    assertThat(dialUp(4, Wish.all("XB_MOON"))).isEmpty();
  }

  private SeedLinkClient connect(int version) throws IOException {
    return SeedLinkClient.connect("127.0.0.1", server.port(), version, Duration.ofSeconds(20));
  }

  private List<Packet> dialUp(int version, Wish wish) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (SeedLinkClient client = connect(version)) {
      client.receive(List.of(wish), true, packets::add);
    }
    return packets;
  }

  private static Wish from(long number) {
    return new Wish(
        "XB_ELYSE", List.of(), OptionalLong.of(number), Optional.empty(), Optional.empty());
  }

  private static List<ByteBuffer> bytes(List<Packet> packets) {
    return packets.stream().map(packet -> ByteBuffer.wrap(packet.record())).toList();
  }

  /// Every record of every waveform file of the archive.
  private List<ByteBuffer> stored() throws IOException {
    List<ByteBuffer> records = new ArrayList<>();
    for (var product :
        archive.entries(Query.all("waveform")).stream().map(Found::product).distinct().toList()) {
      String payload = archive.find(product).orElseThrow().payloads().getFirst().name();
      try (Arena arena = Arena.ofConfined()) {
        Bytes file = Bytes.map(archive.path(product, payload), arena);
        MiniSeed.records(file)
            .forEachRemaining(
                outcome -> {
                  Record record = outcome.found().orElseThrow();
                  records.add(
                      ByteBuffer.wrap(record.bytes().array(0, record.recordLength(), "record")));
                });
      }
    }
    assertThat(records).hasSizeGreaterThan(25);
    return records;
  }

  private static Record parsed(ByteBuffer bytes) {
    return MiniSeed.records(Bytes.of("packet", bytes.array())).next().found().orElseThrow();
  }

  private static Map<String, Map<Moment, Integer>> samples(List<ByteBuffer> records) {
    Map<String, Map<Moment, Integer>> samples = new TreeMap<>();
    for (ByteBuffer bytes : records) {
      Record record = parsed(bytes);
      int[] values = ((Samples.Ints) record.samples().found().orElseThrow()).values();
      Map<Moment, Integer> own =
          samples.computeIfAbsent(record.sourceId().text(), _ -> new TreeMap<>());
      for (int i = 0; i < values.length; i++) {
        own.put(record.start().plusNanos(i * 100_000_000L), values[i]);
      }
    }
    return samples;
  }

  private static NewRecord record(int index) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    Moment start = Utc.parse("2019-06-01T00:00:00").plusNanos(index * 10_000_000_000L);
    MiniSeed.write(
        out,
        SampleArchive.source("BHU"),
        start,
        10,
        new Samples.Ints(new int[] {index, 2, 3, 4, 5}),
        org.jumelles.formats.miniseed.WriteOptions.version2(
            org.jumelles.formats.miniseed.Encoding.STEIM2));
    return new NewRecord(
        "FDSN:XB_ELYSE_03_B_H_U",
        new Span(start, start.plusNanos(400_000_000)),
        1,
        out.toByteArray());
  }
}
