package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A window out of a file holds exactly its samples.
class WindowTest {
  private static final SourceId ID = SourceId.of("XB", "ELYSE", "03", "BHU");
  private static final Moment START = Utc.parse("2019-05-22T23:19:27.049");

  @ParameterizedTest
  @CsvSource({"2,0,99999", "2,5000,5000", "2,12345,54321", "3,12345,54321", "3,0,0"})
  void aWindowHoldsExactlyItsSamples(int version, int from, int to) throws IOException {
    int[] values = new Random(5).ints(100_000, -500, 500).toArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions(version, Encoding.STEIM2, 512);
    MiniSeed.write(file, ID, START, 20, new Samples.Ints(values), options);
    Bytes bytes = Bytes.of("file", file.toByteArray());
    RecordIndex index = RecordIndex.of(bytes);
    Sampling sampling = new Sampling(START, 20, values.length);
    assertThat(index.spans()).containsEntry(ID, new Span(START, sampling.last()));

    Span span = new Span(sampling.at(from), sampling.at(to));
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    index.copy(bytes, ID::equals, span, cut);
    MiniSeedSummary summary = MiniSeedSummary.of(Bytes.of("cut", cut.toByteArray()));
    MiniSeedSummary.Series series = summary.series().getFirst();
    assertThat(summary.defectCount()).isZero();
    assertThat(series.start()).isEqualTo(span.start());
    assertThat(series.end()).isEqualTo(span.end());
    assertThat(series.gaps()).isZero();
    assertThat(series.fnv1a64())
        .isEqualTo(new SampleHash().add(values, from, to - from + 1).text());
    assertThat(index.window(bytes, _ -> false, span)).isEmpty();
  }

  @Test
  void sourcesThatTakeTurnsShareStretches() throws IOException {
    SourceId other = SourceId.of("XB", "ELYSE", "03", "BHV");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions(2, Encoding.INT32, 512);
    int turn = (512 - 64) / 4;
    for (int record = 0; record < 1000; record++) {
      int[] values = new int[turn];
      java.util.Arrays.setAll(values, i -> i);
      Moment start = START.plusNanos(Sampling.nanos((long) record / 2 * turn, 20));
      MiniSeed.write(
          file, record % 2 == 0 ? ID : other, start, 20, new Samples.Ints(values), options);
    }
    Bytes bytes = Bytes.of("file", file.toByteArray());
    RecordIndex index = RecordIndex.of(bytes);
    assertThat(index.runs()).hasSize(4);
    assertThat(index.spans()).containsOnlyKeys(ID, other);
    Span all = index.spans().get(ID);
    assertThat(index.window(bytes, other::equals, all)).hasSize(500);
    assertThat(index.window(bytes, _ -> true, all).stream().map(Record::offset))
        .hasSize(1000)
        .isSorted();
    Span early = new Span(all.start(), all.start().plusNanos(1));
    assertThat(index.window(bytes, _ -> true, early).stream().map(Record::offset))
        .containsExactly(0L, 512L);
  }

  @Test
  void ofManyDefectsTheFirstAreKeptAndAllAreCounted() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WriteOptions options = new WriteOptions(2, Encoding.INT32, 128);
    MiniSeed.write(file, ID, START, 20, new Samples.Ints(new int[30_000]), options);
    byte[] bytes = file.toByteArray();
    for (int record = 0; record < bytes.length; record += 128) {
      bytes[record + Layout2.FIXED_LENGTH + Layout2.B1000_LENGTH] = 99;
    }
    RecordIndex index = RecordIndex.of(Bytes.of("file", bytes));
    assertThat(index.runs()).isEmpty();
    assertThat(index.defects()).hasSize(MiniSeedSummary.MAX_DEFECTS);
    assertThat(index.defectCount()).isEqualTo(bytes.length / 128);
  }
}
