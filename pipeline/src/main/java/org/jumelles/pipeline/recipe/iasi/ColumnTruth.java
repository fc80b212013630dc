package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.iasi.validation.ColumnSet;

/// Columns that were found in simulated spectra against those that are truly there.
///
/// Smoothed: against the truth as the retrieval's kernel sees it, in sigmas of noise, which tells
/// whether that sigma is honest. Unsmoothed: against the truth itself, in the whole sigma, which
/// covers the pull of the prior too.
///
/// @param good columns compared, all good ones
/// @param doubtful not compared, and `refused`, of which `cloudy` were too cloudy to look at
/// @param chiSquare mean per channel
public record ColumnTruth(
    int good,
    int doubtful,
    int refused,
    int cloudy,
    double chiSquare,
    double degreesOfFreedom,
    Pulls smoothed,
    Pulls unsmoothed) {

  /// @param bias mean of (found - true) / true
  /// @param mean of (found - true) / sigma; honest sigmas give 0
  /// @param spread standard deviation of the same; honest sigmas give 1
  /// @param withinOne share within one sigma; honest sigmas give 0.68
  /// @param withinThree share within three
  public record Pulls(
      double bias, double mean, double spread, double withinOne, double withinThree) {

    static Pulls of(double[] found, double[] truth, double[] sigma) {
      double[] pulls = new double[found.length];
      Arrays.setAll(pulls, i -> (found[i] - truth[i]) / sigma[i]);
      double bias = 0;
      for (int i = 0; i < found.length; i++) {
        bias += (found[i] - truth[i]) / truth[i] / found.length;
      }
      double mean = Arrays.stream(pulls).average().orElse(Double.NaN);
      double squares = Arrays.stream(pulls).map(pull -> (pull - mean) * (pull - mean)).sum();
      return new Pulls(
          bias,
          mean,
          Math.sqrt(squares / Math.max(1, pulls.length - 1)),
          share(pulls, 1),
          share(pulls, 3));
    }

    private static double share(double[] pulls, double limit) {
      return Arrays.stream(pulls).filter(pull -> Math.abs(pull) <= limit).count()
          / (double) pulls.length;
    }
  }

  /// Of a product of columns; empty where its spectra were measured, or no column is good.
  public static Optional<ColumnTruth> of(Archive archive, Found columns) throws IOException {
    Optional<Product> simulation =
        archive.inputsOf(columns.product()).stream()
            .filter(input -> input.payload(SpectraSimulationRecipe.STATES).isPresent())
            .findFirst();
    if (simulation.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, StateFile.Row> states =
        StateFile.read(archive.path(simulation.get().identity(), SpectraSimulationRecipe.STATES));
    try (NetCdfFile file =
        NetCdfFile.open(archive.path(columns.product(), columns.entry().payload()))) {
      return compare(file, states, columns.entry().attributes());
    }
  }

  private static Optional<ColumnTruth> compare(
      NetCdfFile file, Map<Integer, StateFile.Row> states, Map<String, String> counts) {
    ColumnSet set = ColumnSet.read(file);
    double[] noise = file.doubles(set.gas() + "_column_noise");
    double[] line = file.doubles("line");
    double[] view = file.doubles("efov");
    double[] pixel = file.doubles("pixel");
    double[] chi = file.doubles("chi_square");
    double[] dofs = file.doubles("degrees_of_freedom");
    int[] good = IntStream.range(0, set.count()).filter(i -> set.usable(i, false)).toArray();
    double[][] rows = new double[7][good.length];
    for (int g = 0; g < good.length; g++) {
      int i = good[g];
      int place =
          StateFile.place((int) line[i], (int) (ScanLine.PIXELS_PER_VIEW * view[i] + pixel[i]));
      StateFile.Row row = Optional.ofNullable(states.get(place)).orElseThrow();
      double[] values = {
        set.column()[i],
        set.scaledPrior(i, row.state().scale()),
        noise[i],
        ColumnFile.MOL_PER_M2 * row.columnPerCm2(),
        set.sigma()[i],
        chi[i],
        dofs[i]
      };
      for (int k = 0; k < values.length; k++) {
        rows[k][g] = values[k];
      }
    }
    if (good.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ColumnTruth(
            good.length,
            count(counts, "doubtful"),
            count(counts, "refused"),
            count(counts, "cloudy"),
            mean(rows[5]),
            mean(rows[6]),
            Pulls.of(rows[0], rows[1], rows[2]),
            Pulls.of(rows[0], rows[3], rows[4])));
  }

  private static int count(Map<String, String> counts, String name) {
    return Integer.parseInt(counts.getOrDefault(name, "0"));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
