package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.fits.Fits;
import org.jumelles.formats.hdf5.Hdf5File;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.formats.pds3.Pds3;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Interleave;

/// The door: a cube from a file, told by its content.
public final class Cubes {
  private Cubes() {}

  /// Opens the cube that a file, or the file beside it, holds; the caller closes it. Either file of
  /// an ENVI pair will do, and so will a PDS4 label or its file.
  ///
  /// @throws MalformedDataException where it is refused; what is only doubtful is in
  ///     [Container#defects]
  @SuppressWarnings("MustBeClosedChecker") // the cube closes it
  public static Cube open(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return open(file, arena);
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /// Opens the cube of a header or label, or of a file that needs none, whose files a store keeps
  /// under names of its own. Nothing else in the folders where they lie is looked at.
  ///
  /// @param name of the header, label or file, as its author called it
  /// @param file where it lies
  /// @param others the files that it may name, by the names it gives them
  /// @throws MalformedDataException where it is refused
  @SuppressWarnings("MustBeClosedChecker") // the cube closes it
  public static Cube open(String name, Path file, Map<String, Path> others) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      Neighbours stored = Neighbours.stored(name, file, others);
      Optional<Cube> cube = byContent(stored, Bytes.map(file, arena), arena);
      if (cube.isEmpty()) {
        throw unknown(file);
      }
      return cube.get();
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /// Makes a cube in the container that the name asks for: ENVI for `.hdr` (the header, the data
  /// beside it as `.img`), `.img`, `.dat`, `.raw`, `.bip`, `.bil`, `.bsq` (the data; the last three
  /// only in that interleave), `.sli` (a spectral library); FITS for `.fits`, `.fit`, `.fts`; PDS4
  /// for `.xml` and `.lblx` (the label, the data beside it as `.dat`).
  ///
  /// @throws IllegalArgumentException where the container cannot hold such a cube
  public static CubeWriter create(Path out, NewCube cube) throws IOException {
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    String end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "hdr", "img", "dat", "raw" -> EnviFiles.create(out, cube);
      case "fits", "fit", "fts" -> FitsFiles.create(out, cube);
      case "xml", "lblx" -> Pds4Files.create(out, cube);
      case "sli" -> EnviFiles.createLibrary(out, cube);
      case "bip", "bil", "bsq" ->
          EnviFiles.create(
              out, cube.withInterleave(Interleave.valueOf(end.toUpperCase(Locale.ROOT))));
      default ->
          throw new IllegalArgumentException(
              out
                  + ": name it .hdr, .img, .dat, .raw, .bip, .bil, .bsq or .sli for ENVI, .fits for FITS, .xml for PDS4");
    };
  }

  /// Whether a table of a PDS4 label is one spectrum, which [#open] takes for a cube of one pixel.
  public static boolean isSpectrum(Pds4Table table) {
    return SpectrumTable.isSpectrum(table);
  }

  /// The sigmas of the spectrum that a PDS4 label's table is, band by band; none of any other file.
  public static Optional<double[]> sigmaOf(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Path label = Pds4Cubes.labelOf(file);
      Bytes bytes = Bytes.map(label, arena);
      return Pds4Cubes.isLabel(label, bytes)
          ? Pds4Cubes.sigma(Neighbours.inFolder(label), bytes, arena)
          : Optional.empty();
    }
  }

  /// Whether the file, or one beside it, says that it is a cube or a library of spectra of a
  /// container that [#open] knows.
  public static boolean isCube(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      return EnviCubes.isHeader(bytes)
          || Fits.isFits(bytes)
          || MatFile.isMat5(bytes)
          || Hdf5File.isHdf5(bytes)
          || Pds3.isPds3(bytes)
          || Pds4Cubes.isLabel(file, bytes)
          || !EnviCubes.headerOf(file).equals(file);
    }
  }

  /// Whether a text is a header or a label that describes a cube, or begins a file that holds one.
  public static boolean isDescription(String name, Bytes bytes) {
    return EnviCubes.isHeader(bytes)
        || Fits.isFits(bytes)
        || Pds3.isPds3(bytes)
        || Pds4Cubes.isLabel(name, bytes);
  }

  private static Cube open(Path file, Arena arena) throws IOException {
    Bytes bytes = Bytes.map(file, arena);
    Neighbours beside = Neighbours.inFolder(file);
    Optional<Cube> told = byContent(beside, bytes, arena);
    if (told.isPresent()) {
      return told.get();
    }
    Path header = EnviCubes.headerOf(file);
    if (!header.equals(file)) {
      return EnviCubes.open(header, file, arena);
    }
    Path label = Pds4Cubes.labelOf(file);
    if (!label.equals(file)) {
      return Pds4Cubes.open(Neighbours.inFolder(label), Bytes.map(label, arena), arena);
    }
    throw unknown(file);
  }

  private static Optional<Cube> byContent(Neighbours file, Bytes bytes, Arena arena)
      throws IOException {
    if (EnviCubes.isHeader(bytes)) {
      return Optional.of(EnviCubes.open(file, bytes, arena));
    }
    if (Fits.isFits(bytes)) {
      return Optional.of(FitsCubes.open(bytes, arena));
    }
    if (MatFile.isMat5(bytes)) {
      return Optional.of(MatCubes.open(bytes, arena));
    }
    if (Hdf5File.isHdf5(bytes)) {
      return Optional.of(Hdf5Cubes.open(file.file(), bytes, arena));
    }
    if (Pds3.isPds3(bytes)) {
      return Optional.of(Pds3Cubes.open(bytes, arena));
    }
    return Pds4Cubes.isLabel(file.name(), bytes)
        ? Optional.of(Pds4Cubes.open(file, bytes, arena))
        : Optional.empty();
  }

  private static MalformedDataException unknown(Path file) {
    return new MalformedDataException(
        file.toString(),
        new Place.Offset(0),
        "content",
        "ENVI with its header or PDS4 with its label beside it, FITS, HDF5, NetCDF-4, PDS3, MATLAB 5",
        "none of these");
  }
}
