package org.jumelles.seis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jumelles.seis.body.Body;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeDetectorTest {
  private static final Moment START = Utc.parse("2019-05-23T02:00:00");
  private static final DetectionParameters DEFAULT = Body.byDefault().thresholds();

  /// White noise and, from 900 s on for five minutes, a decaying tone.
  private static double[] hour(double rateHz, double toneHz, double amplitude) {
    SplittableRandom random = new SplittableRandom(7);
    double[] x = new double[(int) (3600 * rateHz)];
    for (int i = 0; i < x.length; i++) {
      double t = i / rateHz - 900;
      double tone = t < 0 ? 0 : amplitude * Math.exp(-t / 150) * Math.sin(2 * Math.PI * toneHz * t);
      x[i] = 1000 + random.nextDouble(-1, 1) + tone;
    }
    return x;
  }

  private static Detection detect(double rateHz, double[] samples) {
    return EnvelopeDetector.detect("X", List.of(new Stretch(START, rateHz, samples)), DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3.3, 10, 20, 100})
  void findsALowToneAtEveryRate(double rateHz) {
    Detection found = detect(rateHz, hour(rateHz, 0.5, 8));
    assertThat(found.candidates()).hasSize(1);
    Candidate event = found.candidates().getFirst();
    assertThat(START.nanosUntil(event.onset()) / 1e9).isBetween(885.0, 915.0);
    assertThat(event.type().value()).isEqualTo(EventType.LOW_FREQUENCY);
    assertThat(event.quality().value()).isIn(Quality.C, Quality.D);
  }

  @Test
  void saysWhatCannotBeObserved() {
    assertThat(detect(2, hour(2, 0.5, 8)).notes())
        .contains("2.2 to 2.6 Hz is not observable at this sampling rate");
  }

  @Test
  void aToneAtTheResonanceIsA24HzEvent() {
    Detection found = detect(20, hour(20, 2.4, 0.5));
    assertThat(found.candidates())
        .singleElement()
        .extracting(c -> c.type().value())
        .isEqualTo(EventType.RESONANCE_2_4_HZ);
  }

  @Test
  void noiseAloneSilenceAndNothingFindNothing() {
    assertThat(detect(20, hour(20, 1, 0)).candidates()).isEmpty();
    assertThat(detect(20, new double[72000]).candidates()).isEmpty();
    assertThat(detect(20, new double[0]).candidates()).isEmpty();
    assertThat(detect(20, new double[400]).notes()).hasSize(1);
  }

  @Test
  void aPulseOfTwentySecondsIsNoEvent() {
    double[] x = hour(20, 1, 0);
    for (int i = 0; i < 400; i++) {
      x[30000 + i] += 3000 * (i / 20.0) * Math.exp(-i / 60.0);
    }
    Detection found = detect(20, x);
    assertThat(found.candidates()).isEmpty();
    assertThat(found.vetoed()).extracting(Detection.Veto::cause).contains(Detection.Cause.GLITCH);
  }

  @Test
  void aGapInsideTheEventDoesNotSplitIt() {
    double[] x = hour(20, 0.5, 8);
    Stretch first = new Stretch(START, 20, Arrays.copyOf(x, 20 * 1000));
    Moment after = START.plusNanos(1030_000_000_000L);
    Stretch second = new Stretch(after, 20, Arrays.copyOfRange(x, 20 * 1030, x.length));
    Detection found = EnvelopeDetector.detect("X", List.of(second, first), DEFAULT);
    assertThat(found.candidates()).hasSize(1);
  }

  @Test
  void levelStepsAtAGapAreNoEvent() {
    double[] x = hour(20, 1, 0);
    double[] raised = Arrays.copyOfRange(x, 20 * 1030, x.length);
    Arrays.setAll(raised, i -> raised[i] + 1e6);
    Stretch first = new Stretch(START, 20, Arrays.copyOf(x, 20 * 1000));
    Stretch second = new Stretch(START.plusNanos(1030_000_000_000L), 20, raised);
    assertThat(EnvelopeDetector.detect("X", List.of(first, second), DEFAULT).candidates())
        .isEmpty();
  }

  @Test
  void valuesThatAreNoNumbersAreSurvived() {
    double[] x = hour(20, 0.5, 8);
    x[100] = Double.NaN;
    x[40000] = Double.POSITIVE_INFINITY;
    assertThat(detect(20, x).candidates()).hasSize(1);
  }

  @Test
  void ratesOutsideAreRefused() {
    assertThatThrownBy(() -> detect(1, new double[9])).hasMessageContaining("samplingRateHz");
    assertThatThrownBy(() -> detect(200, new double[9])).hasMessageContaining("samplingRateHz");
  }
}
