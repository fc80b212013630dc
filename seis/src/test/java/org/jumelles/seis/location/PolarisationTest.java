package org.jumelles.seis.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolarisationTest {
  private static final double RATE_HZ = 20;
  private static final Moment START = Utc.parse("2020-01-01T00:00:00");
  private static final Moment P = START.plusNanos(150_000_000_000L);

  /// P pushes up and away from the source, whichever its first sign.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 45, 90, 135, 179.5, 200, 270, 315, 359})
  void findsTheDirectionOfASimulatedP(double backAzimuthDeg) {
    for (int sign : new int[] {-1, 1}) {
      BackAzimuth found = ofP(backAzimuthDeg, 30, sign, 0.05).found().orElseThrow();
      double apart = Math.IEEEremainder(found.degrees() - backAzimuthDeg, 360);
      assertThat(apart).as("%s", found.degrees()).isCloseTo(0, within(6.0));
      assertThat(found.sigmaDeg()).isLessThan(20);
      assertThat(found.rectilinearity()).isGreaterThan(0.8);
      assertThat(found.incidenceDeg()).isCloseTo(30, within(5.0));
      assertThat(found.oppositeShare()).isLessThan(0.02);
      assertThat(found.pdf().integral()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void moreNoiseIsLessSure() {
    double clear = ofP(60, 30, 1, 0.02).found().orElseThrow().sigmaDeg();
    double noisy = ofP(60, 30, 1, 0.4).found().orElseThrow().sigmaDeg();
    assertThat(noisy).isGreaterThan(clear);
  }

  @Test
  void refusesWhatHasNoPolarisationOrNoRoom() {
    Trace still = trace(new double[6000], 'Z');
    assertThat(of(still, still, still, P)).isInstanceOf(Outcome.Refused.class);
    Trace[] zne = p(60, 30, 1, 0.05);
    assertThat(of(zne[0], zne[1], zne[2], START)).isInstanceOf(Outcome.Refused.class);
    assertThat(of(zne[0], zne[1], zne[2], Moment.MAX)).isInstanceOf(Outcome.Refused.class);
    Trace late = new Trace(zne[1].id(), START.plusNanos(1_000_000_000L), RATE_HZ, new double[6000]);
    assertThat(of(zne[0], late, zne[2], P)).isInstanceOf(Outcome.Refused.class);
    zne[1].samples()[3000] = Double.NaN;
    assertThat(of(zne[0], zne[1], zne[2], P)).isInstanceOf(Outcome.Refused.class);
  }

  private static Outcome<BackAzimuth> ofP(
      double azimuth, double incidence, int sign, double noise) {
    Trace[] zne = p(azimuth, incidence, sign, noise);
    return of(zne[0], zne[1], zne[2], P);
  }

  private static Outcome<BackAzimuth> of(Trace z, Trace n, Trace e, Moment p) {
    return Polarisation.backAzimuth(z, n, e, p, Polarisation.Settings.DEFAULT);
  }

  /// A pulse of half a hertz along the ray, in white noise.
  private static Trace[] p(double backAzimuthDeg, double incidenceDeg, int sign, double noise) {
    Random random = new Random(11);
    double away = Math.toRadians(backAzimuthDeg + 180);
    double tilt = Math.toRadians(incidenceDeg);
    double[] axis = {
      Math.cos(tilt), Math.sin(tilt) * Math.cos(away), Math.sin(tilt) * Math.sin(away)
    };
    double[][] samples = new double[3][6000];
    for (int i = 0; i < 6000; i++) {
      double t = i / RATE_HZ - 152;
      double pulse = sign * Math.exp(-t * t / 4) * Math.sin(2 * Math.PI * 0.5 * t);
      for (int c = 0; c < 3; c++) {
        samples[c][i] = axis[c] * pulse + noise * random.nextGaussian();
      }
    }
    return new Trace[] {trace(samples[0], 'Z'), trace(samples[1], 'N'), trace(samples[2], 'E')};
  }

  private static Trace trace(double[] samples, char letter) {
    return new Trace(new SourceId("FDSN:XX_TEST__B_H_" + letter), START, RATE_HZ, samples);
  }
}
