package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

/// Gaps and missing parts: searched where all three have data, and the rest told.
class InstrumentsTest {
  @Test
  void aGapSplitsTheSearchAndIsTold() throws IOException {
    List<Trace> traces = new ArrayList<>(MarsRaw.traces());
    Trace v = traces.remove(1);
    Moment from = v.start().plusNanos(3_600_000_000_000L);
    Moment to = from.plusNanos(300_000_000_000L);
    traces.add(v.slice(new Span(v.start(), from)));
    traces.add(v.slice(new Span(to, v.end())));
    List<Outcome<Instruments.Triple>> triples =
        new Instruments(MarsRaw.inventory()).triples(traces);
    assertThat(triples).hasSize(2);
    int found = 0;
    for (Outcome<Instruments.Triple> one : triples) {
      Instruments.Triple triple = one.found().orElseThrow();
      Outcome<Deglitched> clean =
          Glitches.remove(triple.traces(), triple.sensors(), GlitchParameters.DEFAULT);
      assertThat(clean).isInstanceOf(Outcome.Doubtful.class);
      assertThat(clean.defects().getFirst().found()).contains("not searched");
      Deglitched got = clean.found().orElseThrow();
      found += got.glitches().size();
      assertThat(got.traces().getFirst().count()).isEqualTo(triple.traces().getFirst().count());
    }
    // None of the sixteen lies in the gap.
    assertThat(found).isEqualTo(16);
  }

  @Test
  void whatHasNoPartnerIsRefused() throws IOException {
    List<Trace> traces = MarsRaw.traces();
    Instruments instruments = new Instruments(MarsRaw.inventory());
    List<Outcome<Instruments.Triple>> two = instruments.triples(traces.subList(0, 2));
    assertThat(two).hasSize(1);
    assertThat(two.getFirst().defects().getFirst().found()).contains("three of one instrument");
    List<Trace> apart = new ArrayList<>(traces);
    Trace w = traces.get(2);
    apart.set(2, w.slice(new Span(w.start(), w.start())));
    assertThat(instruments.triples(apart)).allMatch(one -> one.found().isEmpty()).hasSize(3);
    List<Trace> unknown =
        traces.stream()
            .map(t -> new Trace(rename(t.id()), t.start(), t.samplingRateHz(), t.samples()))
            .toList();
    assertThat(instruments.triples(unknown).getFirst().defects().getFirst().found())
        .contains("no channel");
  }

  private static SourceId rename(SourceId id) {
    return new SourceId(id.text().replace("ELYSE", "OTHER"));
  }
}
