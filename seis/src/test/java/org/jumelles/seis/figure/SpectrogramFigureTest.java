package org.jumelles.seis.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Grid;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SpectrogramFigureTest {
  private static final LocalClock CLOCK = Body.byDefault().days();
  private static final Moment START = CLOCK.midnight(173);
  private static final SourceId ID = SourceId.of("XB", "ELYSE", "02", "BHV");
  private static final Subject SUBJECT =
      new Subject("XB.ELYSE.02.BHV", "acceleration", "m/s²", "Synthetic.");

  private static Trace chirps(int count) {
    double[] samples = new double[count];
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      double t = i / 20.0;
      double hz = 0.1 + 8.0 * i / count;
      samples[i] = 1e-8 * (random.nextGaussian() + Math.sin(Math.PI * hz * t));
    }
    return new Trace(ID, START, 20, samples);
  }

  private static List<EventMark> events() {
    Span span =
        new Span(START.plusNanos(20_000_000_000_000L), START.plusNanos(21_500_000_000_000L));
    Span other =
        new Span(START.plusNanos(21_000_000_000_000L), START.plusNanos(21_000_000_000_000L));
    return List.of(
        new EventMark(span, "S0173a", EventMark.EVENT),
        new EventMark(other, "candidate 2", EventMark.CANDIDATE));
  }

  @Test
  void powerOfAToneIsItsMeanSquare() {
    double[] samples = new double[20_000];
    Arrays.setAll(samples, i -> 3 * Math.sin(2 * Math.PI * 2.5 * i / 20));
    Grid grid = Power.of(1024, 20_000).grid(new Trace(ID, START, 20, samples), 0);
    double sum = 0;
    int peak = 0;
    for (int k = 0; k < grid.rows().count(); k++) {
      sum += grid.values()[k] * grid.rows().step();
      peak = grid.values()[k] > grid.values()[peak] ? k : peak;
    }
    assertThat(peak * grid.rows().step()).isEqualTo(2.5);
    // Mean square of a sine of amplitude 3, to single precision.
    assertThat(sum).isEqualTo(4.5, within(1e-4));
  }

  @Test
  void aSampleThatIsNotFiniteBlanksItsWindowsOnly() {
    double[] samples = chirps(20_000).samples().clone();
    samples[10_000] = Double.NaN;
    Power power = Power.of(1024, 20_000);
    Grid grid = power.grid(new Trace(ID, START, 20, samples), 0);
    for (int column = 0; column < grid.columns().count(); column++) {
      int from = column * power.hopSamples();
      boolean hit = from <= 10_000 && 10_000 < from + 1024;
      assertThat(Float.isNaN(grid.values()[column * 513 + 5])).isEqualTo(hit);
    }
  }

  @Test
  void memoryIsBoundedForManySols() {
    Power power = Power.of(1024, 20L * 88_775 * 10);
    assertThat(20L * 88_775 * 10 / power.hopSamples() / power.windowsPerColumn())
        .isLessThanOrEqualTo(4096);
  }

  @Test
  void hostileSamplesMakeAFigure() {
    for (double value : new double[] {0, 7, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      for (int count : new int[] {0, 1, 3, 1023, 5000}) {
        double[] samples = new double[count];
        Arrays.fill(samples, value);
        List<Trace> one = List.of(new Trace(ID, START, 20, samples));
        assertThat(SpectrogramFigure.standard(CLOCK).of(one, SUBJECT, events()).image().getWidth())
            .isEqualTo(1600);
        assertThat(SolFigure.standard(CLOCK).of(173, one, SUBJECT, events()).image().getWidth())
            .isEqualTo(1600);
      }
    }
  }

  @Test
  void oneSolIsDrawnTheSameTwice() throws Exception {
    Trace sol = chirps(1_775_504);
    Arrays.fill(sol.samples(), 900_000, 990_000, Double.NaN);
    byte[] png = new byte[0];
    byte[] rows = new byte[0];
    for (int i = 0; i < 3; i++) {
      Figure figure = SpectrogramFigure.standard(CLOCK).of(List.of(sol), SUBJECT, events());
      byte[] now = figure.png();
      byte[] nowRows = SolFigure.standard(CLOCK).of(173, List.of(sol), SUBJECT, events()).png();
      assertThat(i == 0 ? now : png).isEqualTo(now);
      assertThat(i == 0 ? nowRows : rows).isEqualTo(nowRows);
      png = now;
      rows = nowRows;
    }
    Path target = Path.of("target");
    Files.write(target.resolve("spectrogram.png"), png);
    Files.write(target.resolve("sol.png"), rows);
  }

  @Test
  void oneRealHourIsDrawn() throws Exception {
    String name = "seis/mars_hours_bhv/XB.ELYSE.02.BHV.2022-01-02HR04_evid0006.mseed";
    Path file = data().resolve(name);
    Assumptions.assumeTrue(Files.exists(file), name + " is not here");
    Bytes bytes = Bytes.of(name, Files.readAllBytes(file));
    List<Trace> traces =
        Traces.assemble(MiniSeed.stream(bytes).iterator()).segments().stream()
            .map(Segment::toTrace)
            .toList();
    Moment arrival = Utc.parse("2022-01-02T04:35:30");
    EventMark event = new EventMark(new Span(arrival, arrival), "evid0006", EventMark.EVENT);
    Subject subject =
        new Subject(
            "XB.ELYSE.02.BHV",
            "ground motion as published",
            "unit not stated",
            "InSight SEIS, doi 10.18715/SEIS.INSIGHT.XB_2016.");
    Figure figure = SpectrogramFigure.standard(CLOCK).of(traces, subject, List.of(event));
    Files.write(Path.of("target/hour.png"), figure.png());
    long sol = CLOCK.sol(arrival);
    Figure rows = SolFigure.standard(CLOCK).of(sol, traces, subject, List.of(event));
    Files.write(Path.of("target/hour-sol.png"), rows.png());
    assertThat(traces).isNotEmpty();
  }

  private static Path data() {
    String named = System.getenv("JUMELLES_DATA");
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        return at.resolve("shared/data");
      }
    }
    return Path.of("shared/data");
  }
}
