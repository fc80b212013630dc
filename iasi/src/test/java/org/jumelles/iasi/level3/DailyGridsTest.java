package org.jumelles.iasi.level3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Imager;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class DailyGridsTest {
  private static final List<DailyGrids.Quantity> ONE =
      List.of(new DailyGrids.Quantity("x", "something", "K"));

  /// A line whose pixels all lie at one place and time.
  private static ScanLine line(String time, double latitude, double longitude, double zenith) {
    Moment[] views = new Moment[ScanLine.VIEWS];
    Arrays.fill(views, Utc.parse(time));
    Geometry geometry =
        new Geometry(all(longitude), all(latitude), all(zenith), all(90), all(50), all(100));
    float[] none = new float[0];
    return new ScanLine(
        0,
        views,
        new boolean[ScanLine.PIXELS],
        new short[0],
        ScaleFactors.USUAL,
        geometry,
        new Quality(new byte[0], new int[0], Quality.Word.NONE),
        new Imager(none, none, none, none, none));
  }

  private static double[] all(double value) {
    double[] values = new double[ScanLine.PIXELS];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void cellsAreHalfOpenAndPolesAndDateLineHaveOne() {
    CellGrid grid = new CellGrid(1);
    assertThat(grid.cell(-90, -180)).isZero();
    assertThat(grid.cell(-89.000001, 0)).isEqualTo(180);
    assertThat(grid.cell(-89, 0)).isEqualTo(360 + 180);
    assertThat(grid.cell(0, 180)).isEqualTo(grid.cell(0, -180));
    assertThat(grid.cell(0, 179.9999)).isEqualTo(90 * 360 + 359);
    assertThat(grid.cell(90, 12)).isEqualTo(179 * 360 + 192);
    assertThat(grid.cell(5, 370)).isEqualTo(grid.cell(5, 10));
    assertThatThrownBy(() -> grid.cell(91, 0)).hasMessageContaining("latitude 91");
    assertThatThrownBy(() -> new CellGrid(0.7)).hasMessageContaining("0.7");
    assertThatThrownBy(() -> new CellGrid(Double.NaN)).hasMessageContaining("NaN");
  }

  @Property(tries = 300)
  void aPlaceLiesWithinHalfAStepOfItsCell(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @IntRange(min = 1, max = 60) int rows) {
    CellGrid grid = new CellGrid(180.0 / (6 * rows));
    int cell = grid.cell(latitude, longitude);
    double half = grid.stepDeg() / 2 + 1e-9;
    assertThat(grid.latitudeDeg(cell / grid.columns())).isCloseTo(latitude, within(half));
    double apart = Math.abs(grid.longitudeDeg(cell % grid.columns()) - longitude);
    assertThat(Math.min(apart, 360 - apart)).isLessThan(half);
  }

  /// Two passes over all values are the oracle of the running sums.
  @Property(tries = 50)
  void meanAndSpreadAreThoseOfAllValues(
      @ForAll @LongRange(min = 0, max = 999) long seed,
      @ForAll @IntRange(min = 1, max = 200) int count) {
    Random random = new Random(seed);
    double[] values = random.doubles(count, 200, 300).toArray();
    DailyGrids grids = new DailyGrids(new CellGrid(10), false, ONE);
    ScanLine line = line("2026-06-21T06:00:00", 10, 20, 0);
    for (int i = 0; i < count; i++) {
      grids.add(line, i % ScanLine.PIXELS, new double[] {values[i]});
    }
    Cells cells = grids.cells(grids.days().getFirst(), DailyGrids.Half.BEFORE_NOON, 0);
    int cell = grids.grid().cell(10, 20);
    double mean = Arrays.stream(values).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / count);
    assertThat(cells.count(cell)).isEqualTo(count);
    assertThat(cells.mean(cell)).isCloseTo(mean, within(1e-9));
    assertThat(cells.spread(cell)).isCloseTo(spread, within(1e-7));
    assertThat(cells.mean(cell + 1)).isNaN();
  }

  @Test
  void noonIsLocal() {
    Moment moment = Utc.parse("2026-06-21T11:00:00");
    assertThat(DailyGrids.Half.of(moment, 0)).isEqualTo(DailyGrids.Half.BEFORE_NOON);
    assertThat(DailyGrids.Half.of(moment, 15.1)).isEqualTo(DailyGrids.Half.AFTER_NOON);
    assertThat(DailyGrids.Half.of(moment, -170)).isEqualTo(DailyGrids.Half.AFTER_NOON);
    assertThat(DailyGrids.Half.of(moment, 180)).isEqualTo(DailyGrids.Half.AFTER_NOON);
    assertThat(DailyGrids.Half.of(Utc.parse("2026-06-21T23:00:00"), 30))
        .isEqualTo(DailyGrids.Half.BEFORE_NOON);
  }

  @Test
  void aDayIsOfUtc() {
    DailyGrids grids = new DailyGrids(new CellGrid(10), false, ONE);
    grids.add(line("2000-01-02T23:59:59", 0, 0, 0), 0, new double[] {1});
    grids.add(line("2000-01-03T00:00:00", 0, 0, 0), 0, new double[] {1});
    grids.add(line("2000-01-03T00:00:00", Double.NaN, 0, 0), 0, new double[] {1});
    assertThat(grids.days()).containsExactly(1L, 2L);
    assertThat(grids.outside()).isEqualTo(1);
    assertThat(grids.taken()).isEqualTo(2);
  }

  /// A footprint keeps its whole weight, wherever it lies: over the pole and over the date line.
  @Property(tries = 200)
  void aFootprintWeighsOne(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = 0, max = 60) double zenith) {
    DailyGrids grids = new DailyGrids(new CellGrid(1), true, ONE);
    grids.add(line("2026-06-21T06:00:00", latitude, longitude, zenith), 0, new double[] {7});
    double weight = 0;
    int touched = 0;
    for (DailyGrids.Half half : DailyGrids.Half.values()) {
      Cells cells = grids.cells(grids.days().getFirst(), half, 0);
      for (int i = 0; i < grids.grid().rows() * grids.grid().columns(); i++) {
        weight += cells.count(i);
        touched += cells.count(i) > 0 ? 1 : 0;
        assertThat(Double.isNaN(cells.mean(i)) || Math.abs(cells.mean(i) - 7) < 1e-9).isTrue();
      }
    }
    assertThat(weight).isCloseTo(1, within(1e-9));
    assertThat(touched).isGreaterThanOrEqualTo(1);
  }

  /// 12 km across at nadir, 20 x 39 km at the edge of the swath (satellite to the east).
  @Test
  void footprintsGrowTowardsTheEdge() {
    assertThat(widthKm(0)).isCloseTo(12, within(1.0));
    assertThat(widthKm(58.5)).isCloseTo(40, within(4.0));
  }

  private static double widthKm(double zenith) {
    double[] ends = {Double.MAX_VALUE, -Double.MAX_VALUE};
    Footprint.sample(
        0,
        0,
        zenith,
        90,
        (_, lon) -> {
          ends[0] = Math.min(ends[0], lon);
          ends[1] = Math.max(ends[1], lon);
        });
    // The outermost ring stands for area up to half a ring further out.
    return (ends[1] - ends[0]) * 111.2 * 3.5 / 3;
  }

  @Test
  void tooManyDaysAreRefusedBeforeTheyFillTheMemory() {
    DailyGrids grids = new DailyGrids(new CellGrid(0.05), false, ONE);
    assertThatThrownBy(() -> grids.add(line("2026-06-21T06:00:00", 0, 0, 0), 0, new double[] {1}))
        .hasMessageContaining("MiB");
  }
}
