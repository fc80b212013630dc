package org.jumelles.seis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final SourceId ID = SourceId.of("XB", "ELYSE", "02", "BHV");
  private static final Moment START = Utc.parse("2019-05-23T02:19:09.001");
  private static final int[] VALUES = new Random(1).ints(5000, -900, 900).toArray();

  @Test
  void recordsInAnyOrderBecomeOneSegment() throws IOException {
    List<Outcome<Record>> records = records(START, VALUES);
    Collections.shuffle(records, new Random(2));
    Traces traces = Traces.assemble(records.iterator());
    assertThat(traces.defects()).isEmpty();
    assertThat(traces.gaps()).isEmpty();
    assertThat(traces.segments()).hasSize(1);
    Segment segment = traces.segments().getFirst();
    assertThat(((Samples.Ints) segment.samples()).values()).isEqualTo(VALUES);
    assertThat(segment.start()).isEqualTo(START);
    assertThat(segment.end()).isEqualTo(new Sampling(START, 20, 5000).last());
  }

  @Test
  void aGapIsToldToTheSample() throws IOException {
    List<Outcome<Record>> records = records(START, VALUES);
    records.addAll(records(new Sampling(START, 20, 1).at(5007), VALUES));
    Traces traces = Traces.assemble(records.iterator());
    assertThat(traces.segments()).hasSize(2);
    Sampling sampling = new Sampling(START, 20, 6000);
    assertThat(traces.gaps())
        .containsExactly(new Gap(ID, sampling.at(5000), sampling.at(5007), 7.0));
  }

  @Test
  void overlapsStayApart() throws IOException {
    List<Outcome<Record>> records = records(START, VALUES);
    int[] others = Arrays.stream(VALUES).map(v -> v + 1).toArray();
    Moment later = new Sampling(START, 20, 1).at(3000).plusNanos(3_000_000);
    records.addAll(records(later, others));
    Traces traces = Traces.assemble(records.iterator());
    assertThat(traces.segments()).hasSize(2);
    assertThat(((Samples.Ints) traces.segments().get(0).samples()).values()).isEqualTo(VALUES);
    assertThat(((Samples.Ints) traces.segments().get(1).samples()).values()).isEqualTo(others);
    assertThat(traces.gaps()).hasSize(1);
    assertThat(traces.gaps().getFirst().isOverlap()).isTrue();
    assertThat(traces.gaps().getFirst().samples()).isEqualTo(-1999.94);
  }

  @Test
  void jitterBelowHalfASampleIsNoGap() throws IOException {
    List<Outcome<Record>> records = records(START, VALUES);
    Moment expected = new Sampling(START, 20, 1).at(5000);
    records.addAll(records(expected.plusNanos(24_000_000), VALUES));
    assertThat(Traces.assemble(records.iterator()).segments()).hasSize(1);
    List<Outcome<Record>> apart = records(START, VALUES);
    apart.addAll(records(expected.plusNanos(26_000_000), VALUES));
    assertThat(Traces.assemble(apart.iterator()).segments()).hasSize(2);
  }

  @Test
  void aTraceIsCutByTime() throws IOException {
    Trace trace =
        Traces.assemble(records(START, VALUES).iterator()).segments().getFirst().toTrace();
    Sampling sampling = trace.sampling();
    Trace cut = trace.slice(new Span(sampling.at(10).plusNanos(1), sampling.at(20)));
    assertThat(cut.start()).isEqualTo(sampling.at(11));
    assertThat(cut.samples()).isEqualTo(Arrays.copyOfRange(trace.samples(), 11, 21));
    assertThat(cut.end()).isEqualTo(sampling.at(20));
    Span before = new Span(START.plusNanos(-2_000_000_000), START.plusNanos(-1_000_000_000));
    assertThat(trace.slice(before).count()).isZero();
  }

  private static List<Outcome<Record>> records(Moment start, int[] values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MiniSeed.write(
        out, ID, start, 20, new Samples.Ints(values), WriteOptions.version2(Encoding.STEIM2));
    List<Outcome<Record>> records = new ArrayList<>();
    MiniSeed.records(Bytes.of("memory", out.toByteArray())).forEachRemaining(records::add);
    return records;
  }
}
