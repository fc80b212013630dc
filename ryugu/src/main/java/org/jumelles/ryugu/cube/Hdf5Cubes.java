package org.jumelles.ryugu.cube;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jumelles.formats.hdf5.Hdf5Array;
import org.jumelles.formats.hdf5.Hdf5File;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// HDF5 and NetCDF-4: the array of three dimensions whose name is that of a measured quantity, else
/// the largest. The spectral axis is the one as long as a vector of bands or wavelengths beside it.
final class Hdf5Cubes {
  private static final Pattern QUANTITY =
      Pattern.compile("(?i).*(reflectance|radiance|cube|spectra|data).*");
  private static final Pattern SPECTRAL =
      Pattern.compile("(?i)(bands?|wavelengths?|wl|lambda|channels?|wavenumbers?|spectral.*)");
  private static final Pattern VALUES =
      Pattern.compile("(?i)(wavelengths?|wl|lambda|wavenumbers?)");

  private Hdf5Cubes() {}

  static Cube open(Path file, Bytes bytes, Arena arena) {
    try (Hdf5File hdf5 = Hdf5File.open(file)) {
      List<Hdf5Array> arrays = hdf5.arrays();
      Hdf5Array array = choose(file, arrays);
      List<Defect> defects = new ArrayList<>();
      if (arrays.size() > 1) {
        List<String> others =
            arrays.stream().filter(one -> !one.equals(array)).map(Hdf5Array::path).toList();
        defects.add(defect(file, array, "one cube a file", "there are also " + others));
      }
      int bandAxis = bandAxis(file, hdf5, array, defects);
      Layout layout = layout(array, bandAxis);
      Axis axis = axis(file, hdf5, array, layout.bands(), defects);
      Container container =
          new Container(
              hdf5.isNetCdf() ? "NetCDF-4" : "HDF5",
              array.type(),
              layout.interleave(),
              scale(file, hdf5, array, defects),
              noData(hdf5, array),
              List.of(),
              defects);
      Raster raster = new Raster(hdf5.bytes(array, bytes, arena), layout);
      return new RasterCube(raster, axis, container, arena);
    }
  }

  private static Hdf5Array choose(Path file, List<Hdf5Array> arrays) {
    Comparator<Hdf5Array> bySize = Comparator.comparingLong(Hdf5Array::bytes);
    return arrays.stream()
        .filter(array -> QUANTITY.matcher(name(array.path())).matches())
        .max(bySize)
        .or(() -> arrays.stream().max(bySize))
        .orElseThrow(
            () ->
                new MalformedDataException(
                    file.toString(),
                    new Place.Whole(),
                    "array",
                    "numbers of three dimensions",
                    "none in the file"));
  }

  /// 0, 1 or 2.
  private static int bandAxis(Path file, Hdf5File hdf5, Hdf5Array array, List<Defect> defects) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (hdf5.vectors(array.dimensions().get(i)).stream()
          .anyMatch(path -> SPECTRAL.matcher(name(path)).matches())) {
        candidates.add(i);
      }
    }
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    defects.add(
        defect(
            file,
            array,
            "one vector of bands or wavelengths, as long as one dimension",
            "dimensions "
                + array.dimensions()
                + ", of which "
                + candidates.size()
                + " fit: the last one is taken for the spectral axis"));
    return 2;
  }

  private static Layout layout(Hdf5Array array, int bandAxis) {
    long[] strides = new long[3];
    strides[2] = array.type().bytes();
    strides[1] = strides[2] * array.dimensions().get(2);
    strides[0] = strides[1] * array.dimensions().get(1);
    int line = bandAxis == 0 ? 1 : 0;
    int sample = bandAxis == 2 ? 1 : 2;
    return new Layout(
        array.dimensions().get(line),
        array.dimensions().get(sample),
        array.dimensions().get(bandAxis),
        array.type(),
        array.order(),
        strides[line],
        strides[sample],
        strides[bandAxis]);
  }

  private static Axis axis(
      Path file, Hdf5File hdf5, Hdf5Array array, int bands, List<Defect> defects) {
    AxisReading reading =
        new AxisReading(bands, (clause, found) -> defect(file, array, clause, found), defects);
    List<String> vectors = hdf5.vectors(bands);
    Optional<String> values =
        vectors.stream().filter(path -> VALUES.matcher(name(path)).matches()).findFirst();
    Optional<String> widths =
        vectors.stream().filter(path -> name(path).equalsIgnoreCase("fwhm")).findFirst();
    return reading.read(
        values.map(hdf5::vector).orElse(new double[0]),
        values
            .flatMap(path -> hdf5.text(path, "units").or(() -> hdf5.text(path, "Units")))
            .map(String::strip),
        widths.map(hdf5::vector).orElse(new double[0]),
        new double[0]);
  }

  private static Scale scale(Path file, Hdf5File hdf5, Hdf5Array array, List<Defect> defects) {
    double factor = hdf5.number(array.path(), "scale_factor").orElse(1);
    double offset = hdf5.number(array.path(), "add_offset").orElse(0);
    if (factor == 0 || !Double.isFinite(factor) || !Double.isFinite(offset)) {
      String found = factor + ", add_offset " + offset + ": not applied";
      defects.add(defect(file, array, "scale_factor, a number that is not zero", found));
      return Scale.NONE;
    }
    return Scale.of(factor, offset);
  }

  private static OptionalDouble noData(Hdf5File hdf5, Hdf5Array array) {
    OptionalDouble fill = hdf5.number(array.path(), "_FillValue");
    OptionalDouble told = fill.isPresent() ? fill : hdf5.number(array.path(), "missing_value");
    return told.isPresent() && Double.isNaN(told.getAsDouble()) ? OptionalDouble.empty() : told;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static Defect defect(Path file, Hdf5Array array, String clause, String found) {
    return new Defect(file.toString(), new Place.Path(array.path()), "HDF5", clause, found);
  }
}
