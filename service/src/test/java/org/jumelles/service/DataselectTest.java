package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// fdsnws-dataselect over real HTTP, with the requests that ObsPy's client sends among them.
class DataselectTest {
  private static final String QUERY = "/fdsnws/dataselect/1/query";
  private static final String U = QUERY + "?net=XB&sta=ELYSE&loc=03&cha=BHU";

  @TempDir static Path folder;
  private static Running running;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static List<Record> records(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .contains("application/vnd.fdsn.mseed");
    List<Record> records = new ArrayList<>();
    MiniSeed.records(Bytes.of("answer", response.body()))
        .forEachRemaining(outcome -> records.add(outcome.found().orElseThrow()));
    return records;
  }

  private static List<Integer> samples(List<Record> records) {
    List<Integer> all = new ArrayList<>();
    for (Record record : records) {
      for (int value : ((Samples.Ints) record.samples().found().orElseThrow()).values()) {
        all.add(value);
      }
    }
    return all;
  }

  private static List<Integer> range(int from, int to) {
    return java.util.stream.IntStream.range(from, to).boxed().toList();
  }

  @Test
  void aWholeChannelIsSentWithItsGap() throws Exception {
    List<Integer> expected = new ArrayList<>(range(0, 6000));
    expected.addAll(range(7000, 8000));
    assertThat(samples(records(running.get(U)))).isEqualTo(expected);
  }

  @Test
  void aWindowIsCutToTheSampleBothEndsIncluded() throws Exception {
    List<Record> records =
        records(running.get(U + "&start=2019-05-22T23:01:00.05&end=2019-05-22T23:02:00.000000"));
    assertThat(samples(records)).isEqualTo(range(601, 1201));
    assertThat(records.getFirst().start()).isEqualTo(Utc.parse("2019-05-22T23:01:00.1"));
    assertThat(records.getLast().end()).isEqualTo(Utc.parse("2019-05-22T23:02:00"));
    assertThat(records).allMatch(record -> record.version() == 2);
  }

  @Test
  void oneSampleCanBeAskedFor() throws Exception {
    String window = "&start=2019-05-22T23:01:00&end=2019-05-22T23:01:00";
    assertThat(samples(records(running.get(U + window)))).isEqualTo(List.of(600));
  }

  @Test
  void recordsInsideTheWindowAreTheStoredBytes() throws Exception {
    Record sent = records(running.get(U)).get(1);
    byte[] bytes = sent.bytes().array(0, sent.recordLength(), "record");
    byte[] file =
        java.nio.file.Files.readAllBytes(
            running.archive().path(running.waveforms.identity(), "XB.ELYSE.mseed"));
    assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void wildcardsAndListsTakeSeveralChannels() throws Exception {
    String window = "&start=2019-05-22T23:00:00&end=2019-05-22T23:00:01";
    assertThat(ids(QUERY + "?cha=BH?" + window))
        .containsExactly("XB.ELYSE.03.BHU", "XB.ELYSE.03.BHV", "XB.ELYSE.03.BHW");
    assertThat(ids(QUERY + "?cha=BHU,BHW&net=*&sta=EL*" + window))
        .containsExactly("XB.ELYSE.03.BHU", "XB.ELYSE.03.BHW");
  }

  private static List<String> ids(String path) throws Exception {
    return records(running.get(path)).stream()
        .map(record -> record.sourceId().nslc())
        .distinct()
        .toList();
  }

  @Test
  void versionsAreConvertedAsAsked() throws Exception {
    String w = QUERY + "?cha=BHW";
    assertThat(records(running.get(w + "&format=miniseed3"))).allMatch(r -> r.version() == 3);
    assertThat(records(running.get(w))).allMatch(r -> r.version() == 2);
    assertThat(samples(records(running.get(w)))).isEqualTo(range(0, 6000));
    List<Record> u = records(running.get(U + "&format=miniseed3&end=2019-05-22T23:09:59.9"));
    assertThat(u).allMatch(r -> r.version() == 3);
    assertThat(samples(u)).isEqualTo(range(0, 6000));
  }

  @Test
  void onlyLongStretchesOrTheLongest() throws Exception {
    assertThat(samples(records(running.get(U + "&longestonly=true")))).isEqualTo(range(0, 6000));
    assertThat(samples(records(running.get(U + "&minimumlength=300")))).isEqualTo(range(0, 6000));
    assertThat(running.get(U + "&minimumlength=3600").statusCode()).isEqualTo(204);
    assertThat(samples(records(running.get(U + "&start=2019-05-22T23:09:00&minimumlength=90"))))
        .isEqualTo(range(7000, 8000));
  }

  @Test
  void nothingIs204Or404() throws Exception {
    assertThat(running.get(QUERY + "?net=YY").statusCode()).isEqualTo(204);
    HttpResponse<byte[]> response = running.get(QUERY + "?net=YY&nodata=404");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Running.text(response)).startsWith("Error 404: No data\n\n");
    String inTheGap = "&start=2019-05-22T23:10:30&end=2019-05-22T23:11:00";
    assertThat(running.get(U + inTheGap).statusCode()).isEqualTo(204);
    String betweenSamples = "&start=2019-05-22T23:01:00.01&end=2019-05-22T23:01:00.02";
    assertThat(running.get(U + betweenSamples).statusCode()).isEqualTo(204);
  }

  @Test
  void aWrongRequestIs400InTheWordsOfFdsn() throws Exception {
    HttpResponse<byte[]> response = running.get(QUERY + "?netz=XB");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Running.text(response))
        .startsWith("Error 400: Bad request\n\nUnrecognized query option: netz\n\n")
        .contains("\n\nRequest:\n" + running.address(QUERY + "?netz=XB") + "\n\n")
        .endsWith("\n\nService version:\n1.1.1\n");
  }

  @Test
  void tooMuchIs413() throws Exception {
    try (Running small = new Running(folder.resolve("small"), 1000)) {
      HttpResponse<byte[]> response = small.get(QUERY + "?net=XB");
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(Running.text(response)).contains("ask for less time");
      HttpResponse<byte[]> body = small.post(QUERY, "#".repeat(5 << 20));
      assertThat(body.statusCode()).isEqualTo(413);
    }
  }

  @Test
  void queryauthIs401() throws Exception {
    HttpResponse<byte[]> response = running.get("/fdsnws/dataselect/1/queryauth?net=XB");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate")).isPresent();
  }

  @Test
  void overlappingLinesOfAPostSendEachSampleOnce() throws Exception {
    HttpResponse<byte[]> response =
        running.post(
            QUERY,
            "quality=B\nXB ELYSE 03 BHU 2019-05-22T23:00:00 2019-05-22T23:01:00\n"
                + "XB ELYSE 03 BH? 2019-05-22T23:00:30 2019-05-22T23:02:00\n");
    List<Record> records = records(response);
    assertThat(samples(records.stream().filter(r -> r.sourceId().channel().equals("BHU")).toList()))
        .isEqualTo(range(0, 1201));
    assertThat(samples(records.stream().filter(r -> r.sourceId().channel().equals("BHV")).toList()))
        .isEqualTo(range(300, 1201));
  }

  @Test
  void recordsThatTwoFilesHoldAreSentOnce() throws Exception {
    try (Running other = new Running(folder.resolve("twice"))) {
      byte[] file =
          java.nio.file.Files.readAllBytes(
              other.archive().path(other.waveforms.identity(), "XB.ELYSE.mseed"));
      byte[] part = java.util.Arrays.copyOf(file, 512 * 4);
      new SampleArchive(other.archive(), folder).store(part, "again.mseed", "2");
      List<Record> records = records(other.get(U + "&end=2019-05-22T23:09:59.9"));
      assertThat(samples(records)).hasSize(6000);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForWhole() throws Exception {
    try (Running broken = new Running(folder.resolve("broken"))) {
      java.nio.file.Path stored =
          broken.archive().path(broken.waveforms.identity(), "XB.ELYSE.mseed");
      try (var file =
          java.nio.channels.FileChannel.open(stored, java.nio.file.StandardOpenOption.WRITE)) {
        file.truncate(512 * 3 + 100);
      }
      assertThat(breaksOff(broken, U)).isTrue();
      String download = "/products/" + broken.waveforms.identity() + "/files/XB.ELYSE.mseed";
      assertThat(breaksOff(broken, download)).isTrue();
    }
  }

  /// Either nothing was sent yet and the status tells, or the connection is cut.
  private static boolean breaksOff(Running running, String path) throws Exception {
    try {
      return running.get(path).statusCode() >= 500;
    } catch (java.io.IOException _) {
      return true;
    }
  }

  @Test
  void obspyGetWaveforms() throws Exception {
    HttpResponse<byte[]> response =
        running.send(
            running
                .request(
                    QUERY
                        + "?network=XB&station=ELYSE&location=03&channel=BH%2A"
                        + "&starttime=2019-05-22T23%3A00%3A00.000000"
                        + "&endtime=2019-05-22T23%3A01%3A00.000000")
                .header("User-Agent", "ObsPy/1.4.1"));
    assertThat(records(response)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void obspyGetWaveformsBulk() throws Exception {
    HttpResponse<byte[]> response =
        running.send(
            running
                .request(QUERY)
                .header("Accept-encoding", "gzip")
                .header("Content-Type", "text/plain")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "minimumlength=0.0\nlongestonly=false\n"
                            + "XB ELYSE 03 BHU 2019-05-22T23:00:00.000000 2019-05-22T23:00:10.000000\n"
                            + "XB ELYSE -- BHU 2019-05-22T23:00:00.000000 2019-05-22T23:00:10.000000")));
    assertThat(samples(records(response))).isEqualTo(range(0, 101));
  }

  @Test
  void obspyFindsNoDataBy204() throws Exception {
    HttpResponse<byte[]> response =
        running.get(QUERY + "?network=XB&station=ELYSE&location=--&channel=BHU");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }
}
