package org.jumelles.iasi.level3;

import java.util.List;
import org.jumelles.iasi.validation.ColumnSet;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Gas columns on daily grids: means weighted by `1 / sigma^2`, counts, spread and the mean's
/// sigma.
///
/// Columns of a retrieval are drawn to their prior alike, and that does not average out: the mean's
/// sigma holds the part of the errors that is each column's own.
public final class ColumnGrids {
  private ColumnGrids() {}

  /// What is gathered, in mol m-2.
  public static DailyGrids of(String gas, CellGrid grid) {
    return new DailyGrids(
        grid,
        false,
        List.of(new DailyGrids.Quantity(gas + "_column", gas + " column", "mol m-2", true)));
  }

  /// What became of one product's columns.
  ///
  /// @param left out, for they are doubtful or refused or of another day
  public record Taken(long taken, long left) {}

  /// Adds the good columns of a product.
  ///
  /// @param day such as `2019-05-23`, or empty for every day
  /// @throws IllegalArgumentException where one more day would need more than 600 MiB
  public static Taken take(ColumnSet columns, String day, DailyGrids grids) {
    long taken = 0;
    for (int i = 0; i < columns.count(); i++) {
      double seconds = columns.unixSeconds()[i];
      if (!columns.usable(i, false) || !Double.isFinite(seconds) || !(columns.sigma()[i] > 0)) {
        continue;
      }
      Moment moment = Utc.ofUnixNanos(Math.round(seconds * 1e9));
      if (day.isEmpty() || Utc.text(moment).startsWith(day)) {
        grids.add(
            columns.latitudeDeg()[i],
            columns.longitudeDeg()[i],
            moment,
            0,
            columns.column()[i],
            columns.sigma()[i]);
        taken++;
      }
    }
    return new Taken(taken, columns.count() - taken);
  }
}
