package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes, reading ends, soon, with outcomes and nothing else.
class HostileTest {
  private static final SourceId ID = SourceId.of("XB", "ELYSE", "03", "BHU");

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void truncationAnywhereIsRefused(int version) {
    byte[] whole = file(version);
    long complete = summary(whole).series().getFirst().samples();
    for (int length = 1; length < whole.length; length++) {
      MiniSeedSummary summary = summary(Arrays.copyOf(whole, length));
      long samples = summary.series().stream().mapToLong(s -> s.samples()).sum();
      assertThat(samples).isLessThan(complete);
      assertThat(summary.defectCount() > 0 || samples > 0).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void anyByteMayBeZeroOrAllOnes(int version) {
    byte[] whole = file(version);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
              byte[] broken = whole.clone();
              broken[at] = (byte) value;
              survive(broken);
            }
          }
        });
  }

  @Test
  void everyByteOfVersionThreeIsUnderItsChecksum() {
    byte[] whole = file(3);
    int first = MiniSeed.records(Bytes.of("x", whole)).next().found().orElseThrow().recordLength();
    for (int at = 0; at < first; at++) {
      byte[] broken = whole.clone();
      broken[at] ^= 0x10;
      assertThat(MiniSeed.records(Bytes.of("x", broken)).next())
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void lengthFieldsOfVersionTwoAreBounded() {
    // Number of samples, beginning of data, first blockette, encoding, record length.
    for (int field : new int[] {30, 44, 46, 48, 50, 52, 54}) {
      for (int value : new int[] {0, 1, 47, 63, 64, 0x7fff, 0x8000, 0xffff}) {
        byte[] broken = file(2);
        broken[field] = (byte) (value >> 8);
        broken[field + 1] = (byte) value;
        survive(broken);
      }
    }
  }

  @Test
  void noiseOfAllKindsEnds() {
    Random random = new Random(20181126);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(4000)];
      random.nextBytes(noise);
      survive(noise);
      byte[] header = file(2 + round % 2);
      System.arraycopy(noise, 0, header, 48, Math.min(noise.length, header.length - 48));
      survive(header);
    }
    survive(new byte[100_000]);
    byte[] blanks = new byte[100_000];
    Arrays.fill(blanks, (byte) ' ');
    survive(blanks);
  }

  @Test
  void aBrokenRecordDoesNotSpoilItsNeighbours() {
    byte[] whole = file(2);
    int records = whole.length / 256;
    whole[256 + 54] = 77;
    MiniSeedSummary summary = summary(whole);
    assertThat(summary.series().getFirst().records()).isEqualTo(records - 1);
    assertThat(summary.defectCount()).isEqualTo(1);
    assertThat(summary.defects().getFirst().field()).isEqualTo("record length");
  }

  @Test
  void aWrongLastSampleIsDoubtfulAndGiven() {
    byte[] whole = file(2);
    whole[64 + 11] ^= 1;
    Outcome<Samples> samples =
        MiniSeed.records(Bytes.of("x", whole)).next().found().orElseThrow().samples();
    assertThat(samples).isInstanceOf(Outcome.Doubtful.class);
    assertThat(samples.defects().getFirst().field()).isEqualTo("reverse integration constant");
  }

  @Test
  @Tag("oracle")
  void publicBrokenFilesEndInOutcomes() throws IOException {
    Path folder = SharedData.need("seis/formats/obspy");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        survive(Files.readAllBytes(file));
      }
    }
    for (String name : List.of("not2.mseed", "not4.mseed")) {
      MiniSeedSummary summary = summary(Files.readAllBytes(folder.resolve(name)));
      assertThat(summary.series()).isEmpty();
      assertThat(summary.defectCount()).isEqualTo(1);
    }
  }

  private static void survive(byte[] bytes) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          summary(bytes);
          RecordIndex.of(Bytes.of("x", bytes));
        });
  }

  private static MiniSeedSummary summary(byte[] bytes) {
    return MiniSeedSummary.of(Bytes.of("x", bytes));
  }

  private static byte[] file(int version) {
    int[] values = new Random(3).ints(260, -3000, 3000).toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MiniSeed.write(
          out,
          ID,
          Utc.parse("2019-05-23T02:19:09.001"),
          20,
          new Samples.Ints(values),
          new WriteOptions(version, Encoding.STEIM2, 256));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
