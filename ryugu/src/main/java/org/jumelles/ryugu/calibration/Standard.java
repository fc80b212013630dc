package org.jumelles.ryugu.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The reflectance of the white standard in each band, with its sigma; never a constant.
///
/// @param reflectance NaN for a band that the table does not reach
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Standard(double[] reflectance, double[] sigma) {
  private static final String CLAUSE = "lines of um,reflectance,sigma; # for a remark";

  public Standard {
    if (sigma.length != reflectance.length) {
      throw new IllegalArgumentException(
          reflectance.length + " reflectances and " + sigma.length + " sigmas");
    }
  }

  /// A table resampled to the bands by straight lines; sigmas likewise, as those of neighbours are
  /// taken to go together.
  ///
  /// @throws MalformedDataException with the line
  public static Standard parse(String source, String text, double[] um) {
    List<double[]> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      double[] row = row(source, line, number);
      if (!rows.isEmpty() && row[0] <= rows.getLast()[0]) {
        throw malformed(source, number, "wavelengths that do not ascend");
      }
      rows.add(row);
    }
    if (rows.size() < 2) {
      throw malformed(source, number, rows.size() + " lines where two are needed");
    }
    double[] reflectance = new double[um.length];
    double[] sigma = new double[um.length];
    for (int k = 0; k < um.length; k++) {
      reflectance[k] = at(rows, um[k], 1);
      sigma[k] = at(rows, um[k], 2);
    }
    return new Standard(reflectance, sigma);
  }

  private static double[] row(String source, String line, int number) {
    try {
      String[] words = line.split(",", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException(words.length + " numbers");
      }
      double[] row = new double[3];
      for (int i = 0; i < 3; i++) {
        row[i] = Double.parseDouble(words[i].strip());
      }
      if (!(row[0] > 0 && row[1] > 0 && row[2] >= 0 && row[0] + row[1] + row[2] < 1e9)) {
        throw new IllegalArgumentException(line.strip());
      }
      return row;
    } catch (IllegalArgumentException e) {
      throw malformed(source, number, Objects.requireNonNullElse(e.getMessage(), line));
    }
  }

  private static MalformedDataException malformed(String source, int line, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(line, 1), "standard", CLAUSE, found);
  }

  private static double at(List<double[]> rows, double um, int column) {
    for (int i = 1; i < rows.size(); i++) {
      double[] left = rows.get(i - 1);
      double[] right = rows.get(i);
      if (um >= left[0] && um <= right[0]) {
        double share = (um - left[0]) / (right[0] - left[0]);
        return left[column] + share * (right[column] - left[column]);
      }
    }
    return Double.NaN;
  }
}
