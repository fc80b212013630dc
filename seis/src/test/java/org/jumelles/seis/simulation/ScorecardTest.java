package org.jumelles.seis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.Band;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static Moment at(long second) {
    return new Moment(second * 1_000_000_000L);
  }

  private static Truth.Quake quake(String name, long p, long end) {
    return new Truth.Quake(
        name, EventType.BROADBAND, at(p - 200), at(p), at(p + 100), at(end), 30, 90, 30, 3);
  }

  private static Candidate candidate(long from, long to) {
    BandContent low = new BandContent(Band.LOW, 0.1, 0.9, 3, 5);
    return new Candidate(
        "X",
        new Span(at(from), at(to)),
        at(from),
        List.of(low),
        low,
        new Judgement<>(EventType.BROADBAND, List.of("r")),
        new Judgement<>(Quality.D, List.of("r")),
        false,
        List.of());
  }

  @Test
  void matchesByTheLongestOverlapAndTellsTheRest() {
    List<Truth.Quake> quakes = List.of(quake("a", 1000, 1500), quake("b", 5000, 5500));
    Candidate small = candidate(900, 1010);
    Candidate best = candidate(1012, 1400);
    Candidate extra = candidate(3000, 3100);
    Scorecard card = Scorecard.of(quakes, List.of(small, best, extra));
    assertThat(card.matches()).containsExactly(new Scorecard.Match(quakes.getFirst(), best));
    assertThat(card.matches().getFirst().onsetErrorSeconds()).isEqualTo(12);
    assertThat(card.matches().getFirst().isTypeRight()).isTrue();
    assertThat(card.missed()).containsExactly(quakes.getLast());
    assertThat(card.extra()).containsExactly(extra);
  }

  @Test
  void nothingAgainstNothing() {
    Scorecard card = Scorecard.of(List.of(), List.of());
    assertThat(card.matches()).isEmpty();
    assertThat(card.missed()).isEmpty();
    assertThat(card.extra()).isEmpty();
  }
}
