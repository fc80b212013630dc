package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.junit.jupiter.api.Test;

/// Against the list of [Scholz2020]'s own code for the same counts.
class MarsGlitchesTest {
  @Test
  void findsWhatIsListedAndLittleElse() throws IOException {
    Instruments.Triple mars = MarsRaw.triple();
    Outcome<List<Glitch>> outcome =
        Glitches.find(mars.traces(), mars.sensors(), GlitchParameters.DEFAULT);
    assertThat(outcome).isInstanceOf(Outcome.Good.class);
    List<Glitch> found = outcome.found().orElseThrow();
    List<Moment> listed = MarsRaw.listed(mars.traces().getFirst().end());
    assertThat(listed).hasSize(15);
    long hits =
        listed.stream().filter(onset -> found.stream().anyMatch(g -> isNear(onset, g))).count();
    assertThat(hits).isEqualTo(15);
    // One more, 11.7 s after a listed one: its steps are 10 and 6 sigma on U and W.
    assertThat(found).hasSize(16);
  }

  @Test
  void removesWhatStandsOutOfTheNoise() throws IOException {
    Instruments.Triple mars = MarsRaw.triple();
    Deglitched clean =
        Glitches.remove(mars.traces(), mars.sensors(), GlitchParameters.DEFAULT)
            .found()
            .orElseThrow();
    List<Moment> listed = MarsRaw.listed(mars.traces().getFirst().end());
    long removed =
        clean.glitches().stream()
            .filter(one -> listed.stream().anyMatch(onset -> isNear(onset, one.glitch())))
            .flatMap(one -> one.parts().stream())
            .filter(part -> part.removed() && part.varianceFall() >= 0.8)
            .count();
    assertThat(removed).isGreaterThanOrEqualTo(31);
    assertThat(clean.traces().get(2).samples()).hasSize(110_965);
  }

  private static boolean isNear(Moment onset, Glitch glitch) {
    return Math.abs(onset.nanosUntil(glitch.onset())) <= 2_000_000_000L;
  }
}
