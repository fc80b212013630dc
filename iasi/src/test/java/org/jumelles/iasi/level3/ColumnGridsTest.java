package org.jumelles.iasi.level3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.validation.ColumnSet;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Daily maps of columns: means by 1 / sigma^2, and what becomes of odd places and rows.
class ColumnGridsTest {
  private static final String DAY = "2019-05-23";
  private static final Moment MORNING = Utc.parse("2019-05-23T09:00:00");

  /// latitude, longitude, column, sigma, flag; all at nine.
  private static ColumnSet set(double[]... rows) {
    int n = rows.length;
    double[][] of = new double[5][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 5; k++) {
        of[k][i] = rows[i][k];
      }
    }
    double[] times = new double[n];
    Arrays.fill(times, Utc.unixNanos(MORNING) / 1e9);
    double[][] none = new double[n][0];
    return new ColumnSet(
        "made", "CO", of[0], of[1], times, of[2], of[3], of[4], none, none, none, none, none);
  }

  private static DailyGrids grids() {
    return ColumnGrids.of("CO", new CellGrid(1));
  }

  private static Cells morning(DailyGrids grids) {
    return grids.cells(grids.days().getFirst(), DailyGrids.Half.of(MORNING, 20.5), 0);
  }

  /// By hand: weights 4 and 1 of 0.03 and 0.04 give 0.032; sigma 1 / root 5; spread 0.004.
  @Test
  void aCellIsWhatAHandComputes() {
    DailyGrids grids = grids();
    ColumnGrids.Taken taken =
        ColumnGrids.take(
            set(
                new double[] {10.2, 20.3, 0.03, 0.5, 0},
                new double[] {10.9, 20.9, 0.04, 1, 0},
                new double[] {10.5, 21, 0.07, 1, 0},
                new double[] {10.5, 20.5, 9, 1, 1},
                new double[] {10.5, 20.5, 9, 1, 2}),
            DAY,
            grids);

    assertThat(taken).isEqualTo(new ColumnGrids.Taken(3, 2));
    Cells cells = morning(grids);
    int cell = grids.grid().cell(10.5, 20.5);
    assertThat(cells.mean(cell)).isCloseTo(0.032, within(1e-15));
    assertThat(cells.number(cell)).isEqualTo(2);
    assertThat(cells.sigma(cell)).isCloseTo(1 / Math.sqrt(5), within(1e-15));
    assertThat(cells.spread(cell)).isCloseTo(0.004, within(1e-15));
    assertThat(cells.mean(grids.grid().cell(10.5, 21.5))).isEqualTo(0.07);
    assertThat(cells.mean(grids.grid().cell(11.5, 20.5))).isNaN();
  }

  /// Both edges of the date line are one; a pole is in the last row, and noon parts the day.
  @Test
  void dateLineAndPolesHaveTheirCells() {
    DailyGrids grids = grids();
    ColumnGrids.take(
        set(
            new double[] {0.5, 180, 0.02, 1, 0},
            new double[] {0.5, -180, 0.04, 1, 0},
            new double[] {0.5, -179.01, 0.06, 1, 0},
            new double[] {90, 5, 0.05, 1, 0},
            new double[] {-90, 5, 0.06, 1, 0}),
        DAY,
        grids);

    // At nine of UTC it is 21 h at 180 E and -3 h, which is 21 h too, at 180 W.
    Cells evening = grids.cells(grids.days().getFirst(), DailyGrids.Half.of(MORNING, 180), 0);
    Cells west = grids.cells(grids.days().getFirst(), DailyGrids.Half.of(MORNING, -179.01), 0);
    assertThat(DailyGrids.Half.of(MORNING, 180)).isEqualTo(DailyGrids.Half.of(MORNING, -180));
    assertThat(evening).isSameAs(west);
    assertThat(evening.mean(grids.grid().cell(0.5, 180))).isCloseTo(0.04, within(1e-15));
    assertThat(morning(grids).mean(grids.grid().cell(89.5, 5.5))).isEqualTo(0.05);
    assertThat(morning(grids).mean(grids.grid().cell(-89.5, 5.5))).isEqualTo(0.06);
  }

  /// Hostile rows are left out and counted, and never poison a cell.
  @Test
  void whatIsNoColumnIsLeftOutAndCounted() {
    double nan = Double.NaN;
    DailyGrids grids = grids();
    ColumnGrids.Taken taken =
        ColumnGrids.take(
            set(
                new double[] {10.5, 20.5, nan, 1, 0},
                new double[] {10.5, 20.5, -0.01, 1, 0},
                new double[] {10.5, 20.5, 0.03, 0, 0},
                new double[] {10.5, 20.5, 0.03, -1, 0},
                new double[] {10.5, 20.5, 0.03, nan, 0},
                new double[] {10.5, 20.5, 0.03, 1, nan},
                new double[] {10.5, 20.5, 0.03, 1, 0}),
            DAY,
            grids);
    assertThat(taken).isEqualTo(new ColumnGrids.Taken(1, 6));
    assertThat(morning(grids).mean(grids.grid().cell(10.5, 20.5))).isEqualTo(0.03);
    assertThat(morning(grids).sigma(grids.grid().cell(10.5, 20.5))).isEqualTo(1);

    DailyGrids placeless = grids();
    ColumnGrids.take(
        set(
            new double[] {nan, 20.5, 0.03, 1, 0},
            new double[] {10.5, Double.POSITIVE_INFINITY, 0.03, 1, 0},
            new double[] {91, 20.5, 0.03, 1, 0}),
        "",
        placeless);
    assertThat(placeless.taken()).isZero();
    assertThat(placeless.outside()).isEqualTo(3);
  }

  @Test
  void anEmptyProductAndAnotherDayLeaveNothing() {
    DailyGrids grids = grids();
    assertThat(ColumnGrids.take(set(), DAY, grids)).isEqualTo(new ColumnGrids.Taken(0, 0));
    ColumnSet one = set(new double[] {10.5, 20.5, 0.03, 1, 0});
    assertThat(ColumnGrids.take(one, "2019-05-24", grids)).isEqualTo(new ColumnGrids.Taken(0, 1));
    assertThat(grids.days()).isEmpty();
    assertThatThrownBy(() -> new CellGrid(0)).isInstanceOf(IllegalArgumentException.class);
  }

  /// A weighted mean lies within its values, in whatever order they come, and its sigma below the
  /// least of them.
  @Property(tries = 200)
  void theMeanLiesWithin(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 1, max = 100) Double> columns,
      @ForAll @DoubleRange(min = 0.1, max = 20) double sigma) {
    double[][] rows = new double[columns.size()][];
    double[][] turned = new double[columns.size()][];
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      double own = sigma * (1 + i % 3);
      rows[i] = new double[] {-0.5, -0.5, columns.get(i), own, 0};
      turned[rows.length - 1 - i] = rows[i];
      least = Math.min(least, own);
    }
    DailyGrids grids = grids();
    DailyGrids other = grids();
    ColumnGrids.take(set(rows), "", grids);
    ColumnGrids.take(set(turned), "", other);

    int cell = grids.grid().cell(-0.5, -0.5);
    double mean = morning(grids).mean(cell);
    double low = columns.stream().mapToDouble(one -> one).min().orElseThrow();
    double high = columns.stream().mapToDouble(one -> one).max().orElseThrow();
    assertThat(mean).isBetween(low * (1 - 1e-15), high * (1 + 1e-15));
    assertThat(morning(other).mean(cell)).isCloseTo(mean, within(1e-13 * mean));
    assertThat(morning(grids).number(cell)).isEqualTo(columns.size());
    assertThat(morning(grids).sigma(cell)).isLessThanOrEqualTo(least * (1 + 1e-12));
    assertThat(morning(grids).spread(cell)).isLessThanOrEqualTo((high - low) / 2 + 1e-9);
  }
}
