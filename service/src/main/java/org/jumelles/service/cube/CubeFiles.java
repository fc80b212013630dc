package org.jumelles.service.cube;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.pipeline.recipe.ryugu.StoredCube;
import org.jumelles.pipeline.recipe.ryugu.StoredPixels;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.service.access.Pass;

/// Which files of a product are cubes, and where the sigma of one is.
public final class CubeFiles {
  /// Its NetCDF files hold swaths and maps of the Earth, not images of a sample.
  private static final String SOUNDER = "iasi/";
  private static final String SEISMOMETER = "seis/";
  private static final Set<String> SEISMIC = Set.of("waveform", "channel", "event");

  private static final Set<String> ENDINGS =
      Set.of(
          "hdr", "fits", "fit", "fts", "xml", "lblx", "mat", "h5", "hdf5", "nc", "img", "qub",
          "cub");

  private static final String REFLECTANCE = "reflectance.hdr";

  private CubeFiles() {}

  /// The cubes of a product that can be opened, the one to show first at the head; a data file is
  /// not told where its header is.
  public static List<String> of(Archive archive, Product product) {
    if (isOfAnother(product)) {
      return List.of();
    }
    List<String> names =
        product.payloads().stream()
            .map(Payload::name)
            .filter(name -> ENDINGS.contains(ending(name)))
            .toList();
    return names.stream()
        .filter(name -> !hasHeader(name, names))
        .filter(name -> isCube(archive, product, name))
        .sorted(java.util.Comparator.comparingInt(CubeFiles::rank))
        .toList();
  }

  /// Another mission's files may bear the same endings: an XML file of stations is no label.
  private static boolean isOfAnother(Product product) {
    String recipe = product.recipe().name();
    return recipe.startsWith(SOUNDER)
        || recipe.startsWith(SEISMOMETER)
        || product.entries().stream().anyMatch(entry -> SEISMIC.contains(entry.kind()));
  }

  private static int rank(String name) {
    return switch (name) {
      case REFLECTANCE, "maps.hdr", "raw.hdr" -> 0;
      default -> 1;
    };
  }

  private static boolean hasHeader(String name, List<String> names) {
    int dot = name.lastIndexOf('.');
    String stem = name.substring(0, dot);
    return !ending(name).equals("hdr")
        && (names.contains(stem + ".hdr") || names.contains(name + ".hdr"));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isCube(Archive archive, Product product, String name) {
    try {
      return Cubes.isCube(Pass.toDescribe(archive, product.identity()).path(name));
    } catch (IOException | MalformedDataException _) {
      return false;
    }
  }

  /// Where the bands of a cube lie.
  public record Wavelengths(double shortest, double longest) {}

  /// The wavelengths, in um, of the first cube that has any.
  ///
  /// @param cubes those of the product; see [#of]
  public static Optional<Wavelengths> wavelengthsUm(
      Archive archive, Product product, List<String> cubes) {
    for (String name : cubes) {
      Pass pass = Pass.toDescribe(archive, product.identity());
      try (Cube cube = StoredCube.open(product, name, pass)) {
        double[] um = cube.axis().micrometres();
        return Optional.of(
            new Wavelengths(
                Arrays.stream(um).min().orElseThrow(), Arrays.stream(um).max().orElseThrow()));
      } catch (IOException | MalformedDataException | IllegalStateException _) {
        // This one says nothing of wavelengths; another may.
      }
    }
    return Optional.empty();
  }

  /// @throws CubeRefusal 404 where the file is no cube, 422 where it is a broken one
  static Cube open(Pass pass, Product product, String name) throws IOException {
    if (product.payload(name).isEmpty()) {
      throw new CubeRefusal(404, "the product has no file " + name);
    }
    try {
      return StoredCube.open(product, name, pass);
    } catch (MalformedDataException e) {
      throw new CubeRefusal(422, e.defect().from(name).sentence());
    }
  }

  /// The numbers of a file with what the product tells of their uncertainty, if it does.
  static Optional<StoredPixels> pixels(Pass pass, Product product, String name) throws IOException {
    if (!StoredPixels.areIn(product, name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StoredPixels.open(product, pass));
    } catch (IllegalStateException _) {
      return Optional.empty();
    } catch (MalformedDataException e) {
      throw new CubeRefusal(422, e.defect().from(name).sentence());
    }
  }
}
