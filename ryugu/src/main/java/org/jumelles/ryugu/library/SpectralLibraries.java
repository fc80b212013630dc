package org.jumelles.ryugu.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.matlab.MatArray;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;

/// The door: a library from a file, told by its content.
public final class SpectralLibraries {
  private static final int MOST_NUMBERS = 1 << 27;

  private SpectralLibraries() {}

  /// Reads a whole library. Any cube is one too: each pixel a spectrum, named by its line and
  /// sample.
  ///
  /// @throws MalformedDataException where it is refused
  public static SpectralLibrary read(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      if (MatFile.isMat5(bytes)) {
        Optional<SpectralLibrary> members = endMembers(bytes);
        if (members.isPresent()) {
          return members.get();
        }
      } else if (TextLibrary.isText(bytes) && !Cubes.isCube(file)) {
        return TextLibrary.read(TextSource.inFolder(file), bytes);
      }
    }
    try (Cube cube = Cubes.open(file)) {
      return of(file.toString(), cube, cube.pixels() == 1 ? Cubes.sigmaOf(file) : Optional.empty());
    }
  }

  /// Reads a library whose files a store keeps under names of its own. Nothing else in the folders
  /// where they lie is looked at.
  ///
  /// @param name of the file, as its author called it
  /// @param file where it lies
  /// @param others the files that it may name or need, by the names of their authors
  /// @throws MalformedDataException where it is refused
  public static SpectralLibrary read(String name, Path file, Map<String, Path> others)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      if (MatFile.isMat5(bytes)) {
        Optional<SpectralLibrary> members = endMembers(bytes);
        if (members.isPresent()) {
          return members.get();
        }
      } else if (TextLibrary.isText(bytes) && !Cubes.isDescription(name, bytes)) {
        return TextLibrary.read(TextSource.stored(name, file, others), bytes);
      }
    }
    try (Cube cube = Cubes.open(name, file, others)) {
      return of(name, cube, Optional.empty());
    }
  }

  /// The files near a text of spectra that it needs: the wavelengths of a record of the USGS.
  public static List<Path> needed(Path file) throws IOException {
    return UsgsText.wavelengths(TextSource.inFolder(file)).stream().toList();
  }

  private static SpectralLibrary of(String file, Cube cube, Optional<double[]> sigma)
      throws IOException {
    long numbers = Math.multiplyExact(cube.pixels(), (long) cube.bands());
    if (numbers > MOST_NUMBERS) {
      throw new MalformedDataException(
          file,
          new Place.Whole(),
          "spectra",
          "a library of at most " + MOST_NUMBERS + " numbers",
          numbers + " numbers: this is a cube");
    }
    List<String> names = cube.container().spectrumNames();
    List<Spectrum> spectra = new ArrayList<>();
    for (int pixel = 0; pixel < cube.pixels(); pixel++) {
      double[] values = new double[cube.bands()];
      cube.read(pixel, 1, values);
      spectra.add(new Spectrum(name(cube, names, pixel), values, sigma));
    }
    return new SpectralLibrary(
        file, cube.container().format(), cube.axis(), spectra, cube.container().defects());
  }

  private static String name(Cube cube, List<String> names, int pixel) {
    if (!names.isEmpty()) {
      return names.get(pixel);
    }
    return cube.samples() == 1
        ? "spectrum " + (pixel + 1)
        : "line " + pixel / cube.samples() + ", sample " + pixel % cube.samples();
  }

  /// An array `M`, `E` or `endmembers` of bands x spectra, as benchmark scenes have it.
  private static Optional<SpectralLibrary> endMembers(Bytes bytes) {
    for (MatArray array : MatFile.read(bytes)) {
      String name = array.name().toLowerCase(Locale.ROOT);
      boolean named = name.equals("m") || name.equals("e") || name.startsWith("endmember");
      if (named && array.dimensions().size() == 2 && array.elements() > 0) {
        int bands = array.dimensions().get(0);
        int count = array.dimensions().get(1);
        long width = array.type().bytes();
        Raster raster =
            new Raster(
                array.bytes(),
                new Layout(
                    count,
                    1,
                    bands,
                    array.type(),
                    ByteOrder.LITTLE_ENDIAN,
                    width * bands,
                    width * bands,
                    width));
        List<Spectrum> spectra = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          double[] values = new double[bands];
          raster.read(i, 1, values);
          spectra.add(new Spectrum(array.name() + (i + 1), values, Optional.empty()));
        }
        return Optional.of(
            new SpectralLibrary(bytes.source(), "MATLAB", Axis.ofBands(bands), spectra, List.of()));
      }
    }
    return Optional.empty();
  }
}
