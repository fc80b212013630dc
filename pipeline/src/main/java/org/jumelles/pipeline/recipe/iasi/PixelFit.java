package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.column.PixelColumn;
import org.jumelles.iasi.column.PixelRetrieval;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.pipeline.ingest.SpectraContents;

/// One pixel's retrieval made again, with all that a product of columns leaves out: what was
/// measured and what was fitted. The same table, state and settings as the product's. Arrays are
/// shared.
///
/// @param column the outcome; a cloudy pixel is retrieved too, and doubtful
/// @param measured W m-2 sr-1 (m-1)-1, by channel; likewise `noise`, its standard deviation
/// @param state that it started from, in words
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PixelFit(
    PixelColumn column,
    double[] wavenumberPerCm,
    double[] measured,
    double[] noise,
    String state,
    AbsorptionTable table) {

  /// The product of columns that was made of a granule.
  public static Optional<Product> columnsOf(Archive archive, Identity granule) {
    return archive.derivedFrom(granule).stream()
        .filter(product -> product.recipe().equals(ColumnRecipe.RECIPE))
        .findFirst();
  }

  /// @param columns a product of `iasi/column`
  /// @param pixel 0 to 119
  /// @return empty where the granule has no such line, or the line no such spectrum
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where an input cannot be read
  public static Optional<PixelFit> of(Archive archive, Product columns, int line, int pixel)
      throws IOException {
    List<Found> inputs = entries(archive.inputsOf(columns.identity()));
    Swath swath = new Swath(of(inputs, SpectraContents.KIND).orElseThrow());
    Identity tableProduct = of(inputs, TableRecipe.KIND).orElseThrow().product();
    AbsorptionTable table = ColumnRecipe.table(archive, tableProduct);
    GasRetrieval retrieval = ColumnRecipe.retrieval(table);
    PixelRetrieval pixels = new PixelRetrieval(table, retrieval, NoiseTable.BUILT_IN);
    try (ColumnStates states =
        new StateChoice(archive)
            .of(swath, StateChoice.among(inputs), ColumnRecipe.middlePerCm(table))) {
      return swath.open(
          archive,
          granule ->
              line < granule.lineCount()
                  ? granule
                      .line(line)
                      .found()
                      .filter(read -> read.present()[pixel])
                      .map(read -> fit(swath, read, pixel, states, retrieval, pixels, table))
                  : Optional.empty());
    }
  }

  private static PixelFit fit(
      Swath swath,
      ScanLine line,
      int pixel,
      ColumnStates states,
      GasRetrieval retrieval,
      PixelRetrieval pixels,
      AbsorptionTable table) {
    PixelColumn column =
        pixels.of(
            line,
            pixel,
            swath.subject(),
            (spectrum, zenith) -> states.of(retrieval, spectrum, line, pixel, zenith));
    Optional<Defect> cloud =
        PixelRetrieval.cloud(line, pixel, swath.subject(), ColumnRecipe.MOST_CLOUD_PERCENT);
    return new PixelFit(
        cloud.map(column::doubted).orElse(column),
        table.wavenumberPerCm(),
        pixels.radiance(line, pixel),
        IntStream.range(0, pixels.noise().channels()).mapToDouble(pixels.noise()::sigma).toArray(),
        column.outcome().found().map(found -> found.atmosphere().source()).orElse(states.source()),
        table);
  }

  /// All entries of products.
  static List<Found> entries(List<Product> products) {
    List<Found> all = new ArrayList<>();
    for (Product product : products) {
      product.entries().forEach(entry -> all.add(new Found(product.identity(), entry)));
    }
    return all;
  }

  /// The first of a kind.
  static Optional<Found> of(List<Found> entries, String kind) {
    return entries.stream().filter(found -> found.entry().kind().equals(kind)).findFirst();
  }

  /// Whether the fit may be looked at.
  public boolean isFitted() {
    return !(column.outcome() instanceof Outcome.Refused<?>);
  }
}
