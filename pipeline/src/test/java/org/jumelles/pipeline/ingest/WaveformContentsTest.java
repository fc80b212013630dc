package org.jumelles.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.Test;

class WaveformContentsTest {
  private static final String U = "XX.SIMLY.02.BHU";
  private static final String V = "XX.SIMLY.02.BHV";
  private static final Moment START = Specimens.START;

  private static Contents of(byte[]... parts) {
    return WaveformContents.of(Bytes.of("memory", Specimens.joined(parts)), "a.mseed");
  }

  private static long records(byte[] bytes) {
    return MiniSeed.stream(Bytes.of("memory", bytes)).count();
  }

  private static long samples(Contents contents) {
    return contents.entries().stream()
        .mapToLong(entry -> Long.parseLong(entry.attributes().getOrDefault("samples", "0")))
        .sum();
  }

  @Test
  void recordsThatFollowAreOneRun() {
    byte[] bytes = Specimens.noise(U, START, 120);
    Contents contents = of(bytes);
    assertThat(contents.units().good()).isEqualTo(records(bytes)).isGreaterThan(3);
    Entry run = contents.entries().getFirst();
    assertThat(contents.entries()).hasSize(1);
    assertThat(run.key()).isEqualTo("FDSN:XX_SIMLY_02_B_H_U");
    assertThat(run.span().start()).isEqualTo(START);
    assertThat(run.span().end()).isEqualTo(START.plusNanos(119_950_000_000L));
    assertThat(run.offset()).isZero();
    assertThat(run.length()).isEqualTo(bytes.length);
    assertThat(run.attributes())
        .containsAllEntriesOf(
            Map.of(
                "level", "raw",
                "format", "miniseed2",
                "encoding", "STEIM2",
                "record_length", "512",
                "rate_hz", "20.0",
                "samples", "2400"));
  }

  @Test
  void aGapAnOverlapAnotherRateAndAnotherFormEachBeginARun() {
    byte[] first = Specimens.noise(U, START, 60);
    byte[] gap = Specimens.noise(U, Specimens.after(START, 61), 60);
    byte[] overlap = Specimens.noise(U, Specimens.after(START, 100), 60);
    byte[] rate = Specimens.counts(U, Specimens.after(START, 160), 10, 1, 2, 3);
    byte[] floats =
        Specimens.written(
            U,
            Specimens.after(START, 161),
            10,
            new Samples.Floats(new float[] {1, 2}),
            WriteOptions.version2(Encoding.FLOAT32));
    byte[] third =
        Specimens.written(
            U,
            Specimens.after(START, 162),
            10,
            new Samples.Floats(new float[] {1, 2}),
            WriteOptions.version3(Encoding.FLOAT32));
    Contents contents = of(first, gap, overlap, rate, floats, third);
    assertThat(contents.entries()).hasSize(6);
    assertThat(contents.units().refused()).isZero();
    assertThat(samples(contents)).isEqualTo(3 * 1200 + 3 + 2 + 2);
    assertThat(contents.entries())
        .extracting(entry -> entry.attributes().get("format"))
        .containsExactly(
            "miniseed2", "miniseed2", "miniseed2", "miniseed2", "miniseed2", "miniseed3");
  }

  @Test
  void interleavedChannelsAreRunsThatCoverTheFileOnce() {
    byte[] u = Specimens.noise(U, START, 120);
    byte[] v = Specimens.noise(V, START, 120);
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < Math.min(u.length, v.length); at += 512) {
      parts.add(Arrays.copyOfRange(u, at, at + 512));
      parts.add(Arrays.copyOfRange(v, at, at + 512));
    }
    Contents contents = of(parts.toArray(byte[][]::new));
    assertThat(contents.entries()).hasSize(parts.size());
    long next = 0;
    for (Entry entry : contents.entries()) {
      assertThat(entry.offset()).isEqualTo(next);
      next += entry.length();
    }
    assertThat(contents.title()).isEqualTo("Waveforms of " + U + ", " + V);
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndEndsItsRun() {
    byte[] bytes = Specimens.noise(U, START, 240);
    long records = records(bytes);
    bytes[2 * 512 + 30] = 0x7F; // says that it holds over 32,000 samples
    Contents contents = of(bytes);
    assertThat(contents.units().read()).isEqualTo(records);
    assertThat(contents.units().refused() + contents.units().doubtful()).isPositive();
    assertThat(contents.defects()).isNotEmpty();
    assertThat(contents.entries()).hasSizeGreaterThan(1);
  }

  @Test
  void harmedBytesAreAlwaysCountedAndNeverThrow() {
    byte[] whole = Specimens.noise(U, START, 60);
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] harmed = Arrays.copyOf(whole, whole.length - random.nextInt(600));
      for (int k = 0; k < random.nextInt(6); k++) {
        harmed[random.nextInt(harmed.length)] = (byte) random.nextInt();
      }
      Contents contents = of(harmed);
      FileReport.Units units = contents.units();
      assertThat(units.read()).isPositive();
      if (units.doubtful() + units.refused() > 0) {
        assertThat(contents.defects()).isNotEmpty();
      }
      for (Entry entry : contents.entries()) {
        assertThat(entry.offset() + entry.length()).isLessThanOrEqualTo(harmed.length);
      }
    }
  }

  @Test
  void manyDefectsAreCountedThoughOnlyTheFirstAreKept() {
    byte[] bytes = Specimens.noise(U, START, 3600);
    long records = records(bytes);
    for (int at = 0; at < bytes.length; at += 512) {
      bytes[at + 64 + 11] ^= 1; // the last sample, as the first frame tells it
    }
    Contents contents = of(bytes);
    assertThat(contents.units().read()).isEqualTo(records).isGreaterThan(100);
    assertThat(contents.units().good()).isZero();
    assertThat(contents.defects()).hasSize(100);
  }

  @Test
  void anEmptyFileHoldsNothing() {
    Contents contents = of(new byte[0]);
    assertThat(contents.entries()).isEmpty();
    assertThat(contents.units()).isEqualTo(FileReport.Units.NONE);
    assertThat(contents.title()).isEqualTo("Waveforms of no channel");
  }
}
