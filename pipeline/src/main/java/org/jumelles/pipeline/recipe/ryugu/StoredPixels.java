package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.ryugu.calibration.MeanSpectrum;
import org.jumelles.ryugu.cube.Cube;

/// The reflectance of a product with the layers that tell its uncertainty: what a mean and a fit
/// want, read by recipes and by the pages that show them, so that both tell the same numbers.
///
/// Products of older recipes have fewer layers: where there is no noise, sigma stands for it, and
/// where nothing is told of the filter, all of the noise is each pixel's own.
public final class StoredPixels implements AutoCloseable {
  static final String CUBE = "reflectance.hdr";
  static final String SIGMA = "sigma.hdr";
  static final String NOISE = "noise.hdr";
  static final String RAW_TUNING = "raw-tuning.hdr";
  static final String WHITE_TUNING = "white-tuning.hdr";

  private final Cube cube;
  private final Cube sigma;
  private final Optional<Cube> noise;
  private final Optional<Cube> rawTuning;
  private final Optional<Cube> whiteTuning;

  private StoredPixels(
      Cube cube,
      Cube sigma,
      Optional<Cube> noise,
      Optional<Cube> rawTuning,
      Optional<Cube> whiteTuning) {
    this.cube = cube;
    this.sigma = sigma;
    this.noise = noise;
    this.rawTuning = rawTuning;
    this.whiteTuning = whiteTuning;
  }

  /// Whether a file of a product is a reflectance with its sigma beside it.
  public static boolean areIn(Product product, String file) {
    return file.equals(CUBE) && product.payload(SIGMA).isPresent();
  }

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where a layer is refused
  /// @throws IllegalStateException where a layer has another shape
  public static StoredPixels open(Product product, StoredCube.Shelf shelf) throws IOException {
    List<Cube> opened = new ArrayList<>();
    boolean whole = false;
    try {
      for (String name : List.of(CUBE, SIGMA, NOISE, RAW_TUNING, WHITE_TUNING)) {
        if (product.payload(name).isPresent()) {
          opened.add(StoredCube.open(product, name, shelf));
        } else if (name.equals(NOISE)) {
          break;
        }
      }
      check(opened);
      whole = true;
      return new StoredPixels(
          opened.get(0), opened.get(1), at(opened, 2), at(opened, 3), at(opened, 4));
    } finally {
      if (!whole) {
        close(opened);
      }
    }
  }

  static StoredPixels open(Archive archive, Product product) throws IOException {
    return open(product, StoredCube.Shelf.of(archive, product));
  }

  private static Optional<Cube> at(List<Cube> opened, int place) {
    return place < opened.size() ? Optional.of(opened.get(place)) : Optional.empty();
  }

  private static void check(List<Cube> opened) {
    Cube first = opened.getFirst();
    for (Cube one : opened) {
      if (one.lines() != first.lines()
          || one.samples() != first.samples()
          || one.bands() != first.bands()) {
        throw new IllegalStateException(
            "layers of "
                + first.lines()
                + " x "
                + first.samples()
                + " x "
                + first.bands()
                + " and "
                + one.lines()
                + " x "
                + one.samples()
                + " x "
                + one.bands());
      }
    }
  }

  public Cube cube() {
    return cube;
  }

  /// Whether it is told what pixels share.
  public boolean tellTuning() {
    return whiteTuning.isPresent();
  }

  public MeanSpectrum.Pixels read(long first, int count) throws IOException {
    double[] all = ReflectanceRecipe.read(sigma, first, count);
    return new MeanSpectrum.Pixels(
        ReflectanceRecipe.read(cube, first, count),
        all,
        noise.isPresent() ? ReflectanceRecipe.read(noise.get(), first, count) : all,
        tuning(rawTuning, first, count),
        tuning(whiteTuning, first, count));
  }

  private double[] tuning(Optional<Cube> layer, long first, int count) throws IOException {
    return tellTuning() && layer.isPresent()
        ? ReflectanceRecipe.read(layer.get(), first, count)
        : new double[count * cube.bands()];
  }

  @Override
  public void close() throws IOException {
    List<Cube> all = new ArrayList<>(List.of(cube, sigma));
    noise.ifPresent(all::add);
    rawTuning.ifPresent(all::add);
    whiteTuning.ifPresent(all::add);
    close(all);
  }

  private static void close(List<Cube> cubes) throws IOException {
    for (Cube one : cubes) {
      one.close();
    }
  }
}
