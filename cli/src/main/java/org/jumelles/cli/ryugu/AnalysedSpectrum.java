package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.recipe.ryugu.StoredCube;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.library.SpectralLibraries;
import org.jumelles.ryugu.library.SpectralLibrary;
import org.jumelles.ryugu.library.Spectrum;
import org.jumelles.ryugu.sample.Fact;

/// The spectrum that an analysis found: the mean over its region of the image, or of the one
/// spectrum that there is.
///
/// @param pixels how many are in the mean
record AnalysedSpectrum(Spectrum spectrum, Axis axis, int pixels) {

  /// Of a file: its one spectrum, or the mean of the pixels of the analysis' region.
  static AnalysedSpectrum of(Fact.Analysis analysis, Path file) throws IOException {
    SpectralLibrary library = SpectralLibraries.read(file);
    if (library.spectra().size() == 1) {
      return new AnalysedSpectrum(library.spectra().getFirst(), library.axis(), 1);
    }
    try (Cube cube = RyuguInfoCommand.open(file)) {
      return mean(analysis, cube, Optional.empty());
    }
  }

  /// Of the product of the archive that the analysis names.
  static AnalysedSpectrum of(Fact.Analysis analysis, Archive archive) throws IOException {
    Product product =
        analysis
            .product()
            .filter(text -> text.matches("[0-9a-f]{64}"))
            .flatMap(text -> archive.find(new Identity(text)))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the archive does not hold the product of analysis "
                            + analysis.id()
                            + "; give its spectrum with --spectrum"));
    List<String> names = product.payloads().stream().map(Payload::name).toList();
    String name =
        names.contains("reflectance.hdr")
            ? "reflectance.hdr"
            : names.stream()
                .filter(one -> one.endsWith(".hdr"))
                .findFirst()
                .orElse(names.getFirst());
    try (Cube cube = StoredCube.open(archive, product, name)) {
      if (!name.equals("reflectance.hdr") || !names.contains("sigma.hdr")) {
        return mean(analysis, cube, Optional.empty());
      }
      try (Cube sigma = StoredCube.open(archive, product, "sigma.hdr")) {
        return mean(analysis, cube, Optional.of(sigma));
      }
    }
  }

  private static AnalysedSpectrum mean(Fact.Analysis analysis, Cube cube, Optional<Cube> sigmas)
      throws IOException {
    int bands = cube.bands();
    double[] sum = new double[bands];
    double[] squares = new double[bands];
    double[] variance = new double[bands];
    int[] counts = new int[bands];
    int pixels = 0;
    double[] values = new double[bands];
    double[] errors = new double[bands];
    for (long pixel = 0; pixel < cube.pixels(); pixel++) {
      int line = (int) (pixel / cube.samples());
      int sample = (int) (pixel % cube.samples());
      if (analysis.region().isPresent() && !analysis.region().get().holds(line, sample)) {
        continue;
      }
      pixels++;
      cube.read(pixel, 1, values);
      if (sigmas.isPresent()) {
        sigmas.get().read(pixel, 1, errors);
      }
      for (int b = 0; b < bands; b++) {
        if (!Double.isNaN(values[b])) {
          counts[b]++;
          double off = values[b] - sum[b] / Math.max(1, counts[b] - 1);
          sum[b] += values[b];
          squares[b] += off * (values[b] - sum[b] / counts[b]);
          variance[b] += errors[b] * errors[b];
        }
      }
    }
    if (pixels == 0) {
      throw new IllegalArgumentException(
          "the region of analysis " + analysis.id() + " holds no pixel of the cube");
    }
    double[] mean = new double[bands];
    double[] sigma = new double[bands];
    Arrays.setAll(mean, b -> counts[b] == 0 ? Double.NaN : sum[b] / counts[b]);
    Arrays.setAll(
        sigma,
        b ->
            sigmas.isPresent()
                ? Math.sqrt(variance[b]) / counts[b]
                : Math.sqrt(squares[b] / (counts[b] - 1.0) / counts[b]));
    return new AnalysedSpectrum(
        new Spectrum(analysis.id(), mean, Optional.of(sigma)), cube.axis(), pixels);
  }
}
