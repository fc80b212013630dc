package org.jumelles.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.pipeline.recipe.iasi.ColumnRecipe;
import org.jumelles.pipeline.recipe.iasi.ColumnTruth;

/// The gas columns that the archive holds, and found against true where spectra were simulated.
record ColumnFindings(List<Granule> granules) {
  /// Of one granule.
  record Granule(Found columns, Optional<ColumnTruth> truth) {}

  static ColumnFindings of(Archive archive) {
    List<Granule> all = new ArrayList<>();
    for (Found found : archive.entries(Query.all(ColumnRecipe.KIND))) {
      try {
        all.add(new Granule(found, ColumnTruth.of(archive, found)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ColumnFindings(all);
  }

  boolean isEmpty() {
    return granules.isEmpty();
  }

  List<Map<String, Object>> document() {
    return granules.stream().map(ColumnFindings::document).toList();
  }

  private static Map<String, Object> document(Granule granule) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", granule.columns().entry().key());
    row.putAll(granule.columns().entry().attributes());
    row.put("product", granule.columns().product().sha256Hex());
    granule.truth().ifPresent(truth -> row.put("truth", document(truth)));
    return row;
  }

  private static Map<String, Object> document(ColumnTruth truth) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("compared", truth.good());
    told.put("doubtful", truth.doubtful());
    told.put("refused", truth.refused());
    told.put("cloudy", truth.cloudy());
    told.put("mean_chi2", truth.chiSquare());
    told.put("mean_dofs", truth.degreesOfFreedom());
    told.put("smoothed_by_kernel_in_noise_sigma", document(truth.smoothed()));
    told.put("unsmoothed_in_whole_sigma", document(truth.unsmoothed()));
    return told;
  }

  private static Map<String, Object> document(ColumnTruth.Pulls pulls) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("bias", pulls.bias());
    told.put("pull_mean", pulls.mean());
    told.put("pull_sigma", pulls.spread());
    told.put("within_1_sigma", pulls.withinOne());
    told.put("within_3_sigma", pulls.withinThree());
    return told;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Granule granule : granules) {
      Map<String, String> told = granule.columns().entry().attributes();
      lines.add(
          "Columns    %s of %s: %s pixels, one in %s, = %s good + %s doubtful + %s refused"
                  .formatted(
                      told.get("gas"),
                      granule.columns().entry().key(),
                      told.get("spectra"),
                      told.get("stride"),
                      told.get("good"),
                      told.get("doubtful"),
                      told.get("refused"))
              + " (%s for cloud); state: %s".formatted(told.get("cloudy"), told.get("state")));
      granule.truth().ifPresent(truth -> lines.addAll(lines(truth)));
    }
    return lines;
  }

  private static List<String> lines(ColumnTruth truth) {
    return List.of(
        String.format(
            Locale.ROOT,
            "  found - true %+.1f %%, off the truth smoothed by the kernel %+.1f %%; chi2 %.2f",
            100 * truth.unsmoothed().bias(),
            100 * truth.smoothed().bias(),
            truth.chiSquare()),
        "  in whole sigmas " + line(truth.unsmoothed()),
        "  in noise sigmas, smoothed " + line(truth.smoothed()));
  }

  private static String line(ColumnTruth.Pulls pulls) {
    return String.format(
        Locale.ROOT,
        "%+.2f +- %.2f; %.0f %% within one",
        pulls.mean(),
        pulls.spread(),
        100 * pulls.withinOne());
  }
}
