package org.jumelles.seis.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.seis.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TravelTimesTest {
  private static final TravelTimes MARS =
      TravelTimes.of(Body.byDefault().models().getFirst().profile()).found().orElseThrow();

  /// Times to 0.005 s: TauPy's own rays lie elsewhere. Angles to 0.05 degrees.
  @Test
  @Tag("oracle")
  void agreesWithTauPy() throws IOException {
    Path oracle = SharedData.file("oracle/taup_KKS21B_every_third_row.csv");
    TravelTimes times = times("InSight_KKS21B_derived.nd");
    List<String> rows = Files.readAllLines(oracle);
    assertThat(rows).hasSize(48);
    for (String row : rows.subList(1, rows.size())) {
      String[] cell = row.split(",");
      Arrival first =
          times
              .first(cell[2], Double.parseDouble(cell[1]), Double.parseDouble(cell[0]))
              .orElseThrow(() -> new AssertionError(row));
      assertThat(first.seconds()).as(row).isCloseTo(Double.parseDouble(cell[3]), within(0.005));
      assertThat(first.secondsPerDeg())
          .as(row)
          .isCloseTo(Double.parseDouble(cell[4]), within(0.01));
      assertThat(first.incidenceDeg()).as(row).isCloseTo(Double.parseDouble(cell[5]), within(0.05));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gudkova.nd",
        "NewGudkova.nd",
        "TAYAK.nd",
        "MarsLiquidLowerMantle.nd",
        "MoonKhan_JGR_2014_mod1.nd",
        "MoonQR420.0.nd"
      })
  void shootsThroughPublishedModels(String name) throws IOException {
    TravelTimes times = times(name);
    double p = times.direct(false, 25, 20).orElseThrow().seconds();
    double s = times.direct(true, 25, 20).orElseThrow().seconds();
    assertThat(s / p).isBetween(1.6, 2.1);
  }

  @Test
  void sMinusPGrowsWithDistance() {
    double last = 0;
    for (double distance = 1; distance < 95; distance += 0.5) {
      double sp =
          MARS.direct(true, distance, 30).orElseThrow().seconds()
              - MARS.direct(false, distance, 30).orElseThrow().seconds();
      assertThat(sp).as("at %s", distance).isGreaterThan(last);
      last = sp;
    }
  }

  @Test
  void slopeIsTheRayParameter() {
    for (String phase : List.of("P", "S", "PP", "SS", "ScS")) {
      double before = MARS.first(phase, 59.999, 20).orElseThrow().seconds();
      double after = MARS.first(phase, 60.001, 20).orElseThrow().seconds();
      double slope = MARS.first(phase, 60, 20).orElseThrow().secondsPerDeg();
      assertThat((after - before) / 0.002).as(phase).isCloseTo(slope, within(0.02));
    }
  }

  @Test
  void oneDistanceFromTheTableTakesUnderAMillisecond() {
    MARS.first("P", 30, 20);
    long start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      MARS.first("P", 10 + 0.05 * i, 20);
    }
    assertThat((System.nanoTime() - start) / 1e6 / 1000).isLessThan(1);
  }

  @Test
  void tellsShadowsAndNonsense() {
    assertThat(MARS.first("P", 150, 20)).isEmpty();
    for (String phase : List.of("", "foo", "P^3", "xyzzyP")) {
      assertThatThrownBy(() -> MARS.first(phase, 30, 20))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (double distance : new double[] {-1, 181, Double.NaN}) {
      assertThatThrownBy(() -> MARS.first("P", distance, 20))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (double depth : new double[] {-1, 2000, Double.NaN}) {
      assertThatThrownBy(() -> MARS.first("P", 30, depth))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static TravelTimes times(String name) throws IOException {
    String text = Files.readString(SharedData.file("models/" + name));
    return TravelTimes.of(VelocityProfile.read(text, name).found().orElseThrow())
        .found()
        .orElseThrow();
  }
}
