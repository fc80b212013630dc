package org.jumelles.ryugu.cube;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jumelles.formats.matlab.MatArray;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// Benchmark scenes: the largest array, either lines x samples x bands, or bands x pixels with
/// `nRow`, `nCol`, `nBand` beside it (pixels column after column).
final class MatCubes {
  private MatCubes() {}

  static Cube open(Bytes bytes, Arena arena) {
    List<MatArray> arrays = MatFile.read(bytes);
    MatArray scene =
        arrays.stream()
            .max(Comparator.comparingInt(MatArray::elements))
            .filter(array -> array.elements() > 0)
            .orElseThrow(() -> malformed(bytes, "no numeric array"));
    Layout layout = layout(bytes, arrays, scene);
    return new RasterCube(
        new Raster(scene.bytes(), layout),
        Axis.ofBands(layout.bands()),
        new Container(
            "MATLAB",
            scene.type(),
            layout.interleave(),
            Scale.NONE,
            OptionalDouble.empty(),
            List.of(),
            List.of()),
        arena);
  }

  private static Layout layout(Bytes bytes, List<MatArray> arrays, MatArray scene) {
    List<Integer> sizes = scene.dimensions();
    long width = scene.type().bytes();
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    if (sizes.size() == 3) {
      int lines = sizes.get(0);
      int samples = sizes.get(1);
      return new Layout(
          lines,
          samples,
          sizes.get(2),
          scene.type(),
          order,
          width,
          width * lines,
          width * lines * samples);
    }
    OptionalInt lines = scalar(arrays, "nRow");
    OptionalInt samples = scalar(arrays, "nCol");
    OptionalInt bands = scalar(arrays, "nBand");
    if (sizes.size() == 2
        && lines.orElse(0) > 0
        && samples.orElse(0) > 0
        && sizes.get(0) == bands.orElse(0)
        && sizes.get(1) == (long) lines.orElse(0) * samples.orElse(0)) {
      long pixel = width * sizes.get(0);
      return new Layout(
          lines.getAsInt(),
          samples.getAsInt(),
          sizes.get(0),
          scene.type(),
          order,
          pixel,
          pixel * lines.getAsInt(),
          width);
    }
    throw malformed(
        bytes,
        scene.name() + " is " + sizes + " and nRow, nCol, nBand do not say how it makes a cube");
  }

  private static OptionalInt scalar(List<MatArray> arrays, String name) {
    for (MatArray array : arrays) {
      if (array.name().equals(name) && array.elements() == 1) {
        Raster one =
            new Raster(
                array.bytes(), new Layout(1, 1, 1, array.type(), ByteOrder.LITTLE_ENDIAN, 0, 0, 0));
        double[] value = new double[1];
        one.read(0, 1, value);
        return OptionalInt.of((int) value[0]);
      }
    }
    return OptionalInt.empty();
  }

  private static MalformedDataException malformed(Bytes bytes, String found) {
    return new MalformedDataException(
        bytes.source(), new Place.Whole(), "scene", "an array of a cube's shape", found);
  }
}
