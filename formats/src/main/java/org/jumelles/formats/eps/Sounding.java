package org.jumelles.formats.eps;

import java.util.Arrays;
import java.util.Optional;

/// Which block of a Level 2 record (MDR-L2 v4) belongs to which of the 120 pixels of a line.
///
/// Errors: ERROR_DATA_INDEX gives each pixel its row in TEMPERATURE_ERROR, WATER_VAPOUR_ERROR and
/// OZONE_ERROR, counted from zero, 255 for none. Profiles of CO, HNO3 and O3 are stored one after
/// the other for those pixels alone that have one; these are the pixels with `*_NFITLAYERS` above
/// zero (and not 255), or, where that does not give as many as `*_NBR` says, those with `*_QFLAG`
/// above zero. Where neither does, nothing is attributed. No real file was at hand to prove either.
public final class Sounding {
  /// The index of a pixel that has no block.
  public static final int NONE = -1;

  static final int PIXELS = 120;
  private static final int NOT_AVAILABLE = 255;

  private Sounding() {}

  /// Gases whose profiles are stored only where there are any.
  public enum Gas {
    CO,
    HNO3,
    O3
  }

  /// For each pixel its row in the error fields, or [#NONE].
  ///
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where a row is beyond NERR
  public static int[] errorRows(EpsRecord record) {
    Values index = record.field("ERROR_DATA_INDEX");
    long rows = record.field("NERR").raw(0);
    int[] found = new int[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      long row = index.raw(pixel);
      if (row != NOT_AVAILABLE && row >= rows) {
        throw record
            .bytes()
            .malformed(
                index.offset() + pixel,
                "ERROR_DATA_INDEX of pixel " + pixel,
                "below NERR, or 255 [IASI Level 2 PFS]",
                row + ", NERR is " + rows);
      }
      found[pixel] = row == NOT_AVAILABLE ? NONE : (int) row;
    }
    return found;
  }

  /// For each pixel its row in the fields of a gas, or [#NONE]; empty where neither flag says which
  /// pixels the profiles belong to.
  public static Optional<int[]> profileRows(EpsRecord record, Gas gas) {
    int profiles = (int) record.field(gas + "_NBR").raw(0);
    int[] byLayers = rows(record.field(gas + "_NFITLAYERS"));
    if (count(byLayers) == profiles) {
      return Optional.of(byLayers);
    }
    int[] byFlag = rows(record.field(gas + "_QFLAG"));
    return count(byFlag) == profiles ? Optional.of(byFlag) : Optional.empty();
  }

  /// Partial columns of one profile: the a priori ones, each times its factor.
  ///
  /// @param row of the profile, see [#profileRows]
  /// @return molecules cm-2, one a layer
  public static double[] partialColumns(EpsRecord record, Gas gas, int row) {
    Values prior = record.field(gas + "_CP_" + gas + "_A");
    Values factor = record.field(gas + "_X_" + gas);
    int layers = prior.shape()[1];
    double[] columns = new double[layers];
    Arrays.setAll(
        columns, layer -> prior.value(row * layers + layer) * factor.value(row * layers + layer));
    return columns;
  }

  /// An error covariance in the domain of principal components, as a full symmetric matrix; the
  /// record holds its upper triangle row by row. That order is not proven.
  ///
  /// @param field `TEMPERATURE_ERROR`, `WATER_VAPOUR_ERROR` or `OZONE_ERROR`
  /// @param row see [#errorRows]
  public static double[][] covariance(EpsRecord record, String field, int row) {
    Values values = record.field(field);
    int stored = values.shape()[1];
    int size = (int) Math.round((Math.sqrt(8.0 * stored + 1) - 1) / 2);
    double[][] matrix = new double[size][size];
    int at = row * stored;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        matrix[i][j] = values.value(at);
        matrix[j][i] = matrix[i][j];
        at++;
      }
    }
    return matrix;
  }

  private static int[] rows(Values flags) {
    int[] rows = new int[PIXELS];
    int next = 0;
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      long flag = flags.raw(pixel);
      rows[pixel] = flag > 0 && flag != NOT_AVAILABLE ? next++ : NONE;
    }
    return rows;
  }

  private static int count(int[] rows) {
    return (int) Arrays.stream(rows).filter(row -> row != NONE).count();
  }
}
