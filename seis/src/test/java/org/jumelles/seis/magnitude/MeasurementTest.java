package org.jumelles.seis.magnitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.signal.Psd;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.SharedData;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
  private static final MagnitudeScale SCALE = Body.byDefault().magnitudes().orElseThrow();

  private static final Moment START = Utc.parse("2020-01-01T00:00:00");

  @Test
  void fitsTheLevelAndTheAttenuationOfASpectrum() {
    double[] hz = new double[201];
    double[] signal = new double[201];
    double[] noise = new double[201];
    for (int k = 0; k < hz.length; k++) {
      hz[k] = 0.05 * k;
      double peak = 1 + 12 / (1 + Math.pow((hz[k] - 2.4) / 0.1, 2));
      signal[k] = Math.pow(10, (-190 - 6 * hz[k]) / 10) * (hz[k] > 1.1 ? peak : 1);
    }
    SpectralFit line =
        SpectralFit.line(new Psd(hz, signal), new Psd(hz, noise), 0.1, 0.9).orElseThrow();
    assertThat(line.levelDb()).isCloseTo(-190, within(1e-9));
    assertThat(line.attenuationSeconds())
        .isCloseTo(6 * Math.log(10) / (20 * Math.PI), within(1e-9));
    SpectralFit peak =
        SpectralFit.peak(new Psd(hz, signal), new Psd(hz, noise), SCALE.bands()).orElseThrow();
    assertThat(peak.levelDb()).isCloseTo(-190, within(1.0));
    assertThat(SpectralFit.line(new Psd(hz, signal), new Psd(hz, signal), 0.1, 0.9)).isEmpty();
  }

  /// In the middle of a long packet, where its envelope is flat to a hundredth.
  @Test
  void integratesASineOnceAndTwice() {
    double omega = 2 * Math.PI * 0.3;
    double[] sine = new double[4000];
    for (int i = 0; i < sine.length; i++) {
      double t = i / 20.0 - 100;
      sine[i] = Math.exp(-t * t / 400) * Math.sin(omega * t);
    }
    for (int times = 0; times < 3; times++) {
      double[] integral = Displacement.of(trace(sine), times).samples();
      for (int i = 1960; i < 2040; i++) {
        double expected = Math.sin(omega * (i / 20.0 - 100) - times * Math.PI / 2);
        assertThat(integral[i] * Math.pow(omega, times)).isCloseTo(expected, within(0.03));
      }
    }
  }

  @Test
  void refusesWrongOrderAndTellsWhatIsAbsent() {
    Trace still = trace(new double[12000]);
    Moment p = START.plusNanos(200_000_000_000L);
    Moment s = START.plusNanos(300_000_000_000L);
    assertThat(new Measurement(s, p, 30, 1, EventType.BROADBAND).of(SCALE, still, still, still))
        .isInstanceOf(Outcome.Refused.class);
    Outcome<Magnitudes> none =
        new Measurement(p, s, 30, 1, EventType.BROADBAND).of(SCALE, still, still, still);
    assertThat(none).isInstanceOf(Outcome.Doubtful.class);
    assertThat(none.found().orElseThrow().notes()).isNotEmpty();
    assertThat(none.found().orElseThrow().preferred()).isEmpty();
  }

  /// Of event cuts in acceleration; the service's values to twice their sigmas.
  @ParameterizedTest
  @Tag("oracle")
  @CsvSource({
    "S0173a, LOW_FREQUENCY, 30.0, 2019-05-23T02:22:59, 2019-05-23T02:25:54, 3.9, 3.7",
    "S1133c, BROADBAND, 30.2, 2022-02-03T08:08:28, 2022-02-03T08:11:23, 4.1, 3.8",
    "S0931a_ZNE, HIGH_FREQUENCY, 25.0, 2021-07-10T13:50:25, 2021-07-10T13:54:50, NaN, 1.9"
  })
  void comesNearTheCatalogue(
      String name, EventType type, double distance, String p, String s, double mb, double mw)
      throws IOException {
    Path file = SharedData.file("mars_events_zne/" + name + ".mseed");
    Map<String, Trace> zne = new HashMap<>();
    try (Arena arena = Arena.ofConfined()) {
      Traces traces = Traces.assemble(MiniSeed.stream(Bytes.map(file, arena)).iterator());
      for (Segment segment : traces.segments()) {
        zne.put(segment.id().channel().substring(2), Displacement.of(segment.toTrace(), 2));
      }
    }
    Magnitudes found =
        new Measurement(Utc.parse(p), Utc.parse(s), distance, Double.NaN, type)
            .of(SCALE, zne.get("Z"), zne.get("N"), zne.get("E"))
            .found()
            .orElseThrow();
    assertThat(found.preferred().orElseThrow().value()).isCloseTo(mw, within(0.4));
    if (!Double.isNaN(mb)) {
      assertThat(found.bodyP().orElseThrow().value()).isCloseTo(mb, within(0.5));
      assertThat(found.bodyS().orElseThrow().value()).isCloseTo(mb, within(0.5));
    }
  }

  private static Trace trace(double[] samples) {
    return new Trace(new SourceId("FDSN:XX_TEST__B_H_Z"), START, 20, samples);
  }
}
