package org.jumelles.seis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class CandidateQuakeMlTest {
  private static final CandidateQuakeMl.Place STATION = new CandidateQuakeMl.Place(4.5, 135.6);

  private static Candidate candidate() {
    BandContent low = new BandContent(Band.LOW, 0.1, 0.9, 3.5, 8);
    return new Candidate(
        "FDSN:XB_ELYSE_02_B_H_V",
        new Span(Utc.parse("2019-05-23T02:23:01"), Utc.parse("2019-05-23T02:36:00")),
        Utc.parse("2019-05-23T02:26:17"),
        List.of(low),
        low,
        new Judgement<>(EventType.RESONANCE_2_4_HZ, List.of("2.4 Hz is raised")),
        new Judgement<>(Quality.C, List.of("from one component")),
        false,
        List.of("0.1 to 0.9 Hz: SNR 3.5"));
  }

  private static byte[] written(String identity) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    QuakeMl.write(CandidateQuakeMl.document(List.of(candidate()), identity, STATION), out);
    return out.toByteArray();
  }

  @Test
  void isReadAgainAsAMarsEvent() throws IOException {
    Event event =
        QuakeMl.read(new ByteArrayInputStream(written("abc")), "candidates")
            .found()
            .orElseThrow()
            .eventParameters()
            .events()
            .getFirst();
    assertThat(event.marsType()).contains(MarsEventType.RESONANCE_2_4_HZ);
    assertThat(event.origins().getFirst().marsLocationQuality()).contains(MarsLocationQuality.C);
    assertThat(event.picks())
        .extracting(p -> p.phaseHint().orElse(""))
        .containsExactly("start", "end");
    assertThat(event.picks().getFirst().waveformID().nslc()).isEqualTo("XB.ELYSE.02.BHV");
    assertThat(event.picks().getFirst().time().written().value()).isEqualTo(candidate().onset());
  }

  @Test
  void theSameProductGivesTheSameBytes() throws IOException {
    assertThat(written("abc")).isEqualTo(written("abc")).isNotEqualTo(written("abd"));
  }

  @Test
  void anIdentityThatIsNoIdentifierIsRefused() {
    assertThatThrownBy(() -> CandidateQuakeMl.event(candidate(), "a b", STATION))
        .hasMessageContaining("productIdentity");
  }

  @Test
  void everyTypeAndQualityHasItsWord() {
    for (EventType type : EventType.values()) {
      assertThat(MarsEventType.valueOf(type.name()).term()).isEqualTo(type.catalogueName());
    }
    for (Quality quality : Quality.values()) {
      assertThat(MarsLocationQuality.valueOf(quality.name())).isNotNull();
    }
  }
}
