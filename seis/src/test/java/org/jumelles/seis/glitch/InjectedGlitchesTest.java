package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of `docs/glitches.md`: glitches of known size in three hours of Mars without its own.
class InjectedGlitchesTest {
  @ParameterizedTest
  @CsvSource({
    "5e-9,  0.25, 0.13, 1.6",
    "1e-8,  0.80, 0.09, 1.3",
    "2e-8,  1.00, 0.05, 1.3",
    "5e-8,  1.00, 0.02, 1.3",
    "1e-7,  1.00, 0.01, 1.3"
  })
  void found(double sizeMPerS2, double recall, double relativeError, double pull)
      throws IOException {
    Instruments.Triple mars = MarsRaw.triple();
    Injection seen = Injection.into(withoutItsOwn(mars), mars.sensors(), sizeMPerS2, 1);
    assertThat((double) seen.hits() / seen.injected()).isGreaterThanOrEqualTo(recall);
    assertThat(seen.extra()).isZero();
    assertThat(seen.relativeError()).isLessThan(relativeError);
    assertThat(seen.pull()).isBetween(0.6, pull);
    assertThat(seen.onsetErrorS()).isLessThan(0.2);
  }

  /// Noise as uneven as Mars', in which no glitch can look like one: its rise comes last.
  @Test
  void backwardsThereAreNone() throws IOException {
    Instruments.Triple mars = MarsRaw.triple();
    List<Trace> backwards = new ArrayList<>();
    for (Trace trace : withoutItsOwn(mars)) {
      double[] reversed = new double[trace.count()];
      for (int i = 0; i < reversed.length; i++) {
        reversed[i] = trace.samples()[reversed.length - 1 - i];
      }
      backwards.add(trace.withSamples(reversed));
    }
    assertThat(
            Glitches.find(backwards, mars.sensors(), GlitchParameters.DEFAULT)
                .found()
                .orElseThrow())
        .isEmpty();
  }

  /// Weaker ones too, so that what is counted as extra is none of its own.
  private static List<Trace> withoutItsOwn(Instruments.Triple mars) {
    Recording recording = Recording.of(mars.traces(), mars.sensors()).found().orElseThrow();
    GlitchDetector detector =
        new GlitchDetector(recording, new GlitchParameters(0, 5, 0.8, 0.3, 5));
    detector.search();
    List<Trace> clean = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      clean.add(mars.traces().get(c).withSamples(detector.rest()[c]));
    }
    return clean;
  }
}
