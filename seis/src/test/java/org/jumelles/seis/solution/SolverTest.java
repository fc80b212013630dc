package org.jumelles.seis.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.catalogue.CatalogueReading;
import org.jumelles.seis.catalogue.CatalogueRow;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;
import org.jumelles.seis.location.LocationSettings;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.picking.Picks;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.velocity.TravelTimes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A made quake at 30 degrees from the east-north-east, from its motion to its QuakeML and back.
class SolverTest {
  private static final Moment START = Utc.parse("2019-05-23T02:00:00");
  private static final double RATE_HZ = 20;
  private static final int SECONDS = 1800;
  private static final double P_SECONDS = 700;
  private static final double DISTANCE_DEG = 30;
  private static final double AZIMUTH_DEG = 70;
  private static final CandidateQuakeMl.Place PLACE = new CandidateQuakeMl.Place(4.5, 135.6);
  private static Solver solver;
  private static double apart;

  @BeforeAll
  static void tables() {
    TravelTimes times =
        TravelTimes.of(Body.byDefault().models().getFirst().profile()).found().orElseThrow();
    apart =
        times.direct(true, DISTANCE_DEG, 30).orElseThrow().seconds()
            - times.direct(false, DISTANCE_DEG, 30).orElseThrow().seconds();
    LocationSettings settings = Body.byDefault().location();
    solver =
        new Solver(
            Optional.of(Locator.of(List.of(new Locator.Weighted(times, 1)), settings)),
            Body.byDefault(),
            3389.5,
            PLACE.latitudeDeg(),
            PLACE.longitudeDeg());
  }

  private static Moment at(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  /// Noise of 1e-10 m/s and two packets at 0.2 to 0.8 Hz, P along its ray.
  private static Ground ground() {
    int n = (int) (SECONDS * RATE_HZ);
    double[][] zne = new double[3][n];
    Random random = new Random(5);
    double[] p = band(n, random);
    double[] s = band(n, random);
    double azimuth = Math.toRadians(AZIMUTH_DEG);
    double[] ray = {
      Math.cos(0.45), -Math.sin(0.45) * Math.cos(azimuth), -Math.sin(0.45) * Math.sin(azimuth)
    };
    double[] across = {0.1, -Math.sin(azimuth), Math.cos(azimuth)};
    for (int i = 0; i < n; i++) {
      double t = i / RATE_HZ;
      double first = t < P_SECONDS ? 0 : 3e-9 * Math.exp(-(t - P_SECONDS) / 60);
      double second = t < P_SECONDS + apart ? 0 : 9e-9 * Math.exp(-(t - P_SECONDS - apart) / 90);
      for (int c = 0; c < 3; c++) {
        zne[c][i] =
            1e-10 * random.nextGaussian() + first * ray[c] * p[i] + second * across[c] * s[i];
      }
    }
    return new Ground(
        List.of(trace('Z', zne[0])),
        List.of(trace('N', zne[1])),
        List.of(trace('E', zne[2])),
        true);
  }

  private static double[] band(int n, Random random) {
    double[] white = new double[n];
    for (int i = 0; i < n; i++) {
      white[i] = random.nextGaussian();
    }
    double[] band = Filter.bandpass(3, 0.2, 0.8, RATE_HZ).apply(white);
    double squares = 0;
    for (double value : band) {
      squares += value * value;
    }
    for (int i = 0; i < n; i++) {
      band[i] /= Math.sqrt(squares / n);
    }
    return band;
  }

  private static Trace trace(char direction, double[] samples) {
    return new Trace(SourceId.of("XX", "TEST", "02", "BH" + direction), START, RATE_HZ, samples);
  }

  private static Candidate candidate() {
    Picks seen =
        new Picks(
            Optional.of(new PhasePick("P", at(P_SECONDS - 6), 5, 1, 1, "made")),
            Optional.empty(),
            List.of());
    return new ManualPicks(
            "smi:local/x",
            "XX.TEST",
            seen,
            Optional.empty(),
            Optional.empty(),
            Optional.of(at(P_SECONDS + 600)),
            Optional.of(EventType.BROADBAND))
        .candidate("FDSN:XX_TEST_02_B_H_Z");
  }

  @Test
  void allThatIsInTheMotionIsConcluded() throws IOException {
    Solution found = solver.solve(candidate(), ground());
    assertThat(found.type().value()).isEqualTo(EventType.LOW_FREQUENCY);
    assertThat(found.quality().value()).as(found.toString()).isEqualTo(Quality.A);
    assertThat(found.distance().orElseThrow().degrees()).isCloseTo(DISTANCE_DEG, within(1.5));
    assertThat(found.backAzimuth().orElseThrow().degrees()).isCloseTo(AZIMUTH_DEG, within(15.0));
    assertThat(found.magnitudes().orElseThrow().bodyS()).isPresent();

    SolutionQuakeMl told = new SolutionQuakeMl("test", PLACE, 3389.5);
    QuakeMlDocument document =
        told.document(List.of(told.event("T0001a", List.of(Opinion.ofMachine(found)))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    QuakeMl.write(document, bytes);
    Outcome<QuakeMlDocument> again =
        QuakeMl.read(new ByteArrayInputStream(bytes.toByteArray()), "again");
    assertThat(again).isInstanceOf(Outcome.Good.class);
    CatalogueRow row = CatalogueReading.ofQuakeMl(again.found().orElseThrow()).getFirst();
    assertThat(row.quality()).contains(Quality.A);
    assertThat(row.distanceDeg().orElseThrow())
        .isCloseTo(found.distance().orElseThrow().degrees(), within(1e-4));
    assertThat(row.distanceSigmaDeg().orElseThrow())
        .isCloseTo(found.distance().orElseThrow().sigmaDeg(), within(0.02));
    assertThat(row.azimuthDeg()).isNotEqualTo(OptionalDouble.empty());
    assertThat(row.latitudeDeg().orElseThrow())
        .isCloseTo(found.epicentre().orElseThrow().latitudeDeg(), within(1e-4));
    assertThat(row.first().orElseThrow().time())
        .isEqualTo(found.picks().first().orElseThrow().time());
    assertThat(row.magnitudeType())
        .isEqualTo(found.magnitudes().orElseThrow().preferred().map(_ -> "Mw"));
  }

  @Test
  void oneComponentGivesADistanceAndNoPlaceAndSaysWhy() {
    Solution found = solver.solve(candidate(), Ground.ofOne(ground().vertical(), true));
    assertThat(found.quality().value()).isNotEqualTo(Quality.A);
    assertThat(found.epicentre()).isEmpty();
    assertThat(found.magnitudes()).isEmpty();
    assertThat(found.doubts())
        .anyMatch(doubt -> doubt.contains("no back azimuth"))
        .anyMatch(doubt -> doubt.contains("no magnitude"));
  }

  @Test
  void aUnitThatNobodyToldGivesNoSize() {
    Ground ground = ground();
    Ground untold = new Ground(ground.vertical(), ground.north(), ground.east(), false);
    assertThat(solver.solve(candidate(), untold).magnitudes()).isEmpty();
  }

  @Test
  void picksWithoutSecondPhaseAreNotLocated() {
    Picks one =
        new Picks(
            Optional.of(new PhasePick("P", at(P_SECONDS), 2, 99, 99, "made")),
            Optional.empty(),
            List.of());
    Solution found = solver.solve(candidate(), ground(), one);
    assertThat(found.distance()).isEmpty();
    assertThat(found.quality().value()).isIn(Quality.C, Quality.D);
    assertThat(found.time()).isEqualTo(at(P_SECONDS));
  }
}
