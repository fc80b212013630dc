package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.matlab.MatArray;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;

/// Spectra to compare a cube with: every pixel of a library or a cube, or the columns of a MATLAB
/// matrix that has as many rows as the cube has bands.
///
/// @param axis none where the file has none
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ReferenceSpectra(Path file, List<String> names, double[][] spectra, Optional<Axis> axis) {
  private static final int MOST = 100_000;

  static ReferenceSpectra read(Path file, int bands) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      if (MatFile.isMat5(bytes)) {
        return columns(file, MatFile.read(bytes), bands);
      }
    }
    try (Cube cube = Cubes.open(file)) {
      return pixels(file, cube);
    }
  }

  private static ReferenceSpectra columns(Path file, List<MatArray> arrays, int bands) {
    for (MatArray array : arrays) {
      List<Integer> sizes = array.dimensions();
      if (sizes.size() == 2 && sizes.get(0) == bands && sizes.get(1) <= MOST) {
        List<String> names = new ArrayList<>();
        double[][] spectra = new double[sizes.get(1)][bands];
        for (int j = 0; j < spectra.length; j++) {
          names.add(array.name() + (j + 1));
          for (int k = 0; k < bands; k++) {
            spectra[j][k] = value(array, j * bands + k);
          }
        }
        return new ReferenceSpectra(file, names, spectra, Optional.empty());
      }
    }
    throw new MalformedDataException(
        file.toString(),
        new Place.Whole(),
        "array",
        "a matrix of a row a band",
        "none of " + bands + " rows");
  }

  private static double value(MatArray array, int element) {
    long bits = 0;
    int width = array.type().bytes();
    for (int i = width - 1; i >= 0; i--) {
      bits = bits << 8 | array.bytes().u8((long) element * width + i, "array");
    }
    return array.type().value(bits);
  }

  private static ReferenceSpectra pixels(Path file, Cube cube) throws IOException {
    if (cube.pixels() > MOST) {
      throw new IllegalArgumentException(
          file + " holds " + cube.pixels() + " spectra; a library has up to " + MOST);
    }
    int count = (int) cube.pixels();
    double[] all = new double[count * cube.bands()];
    cube.read(0, count, all);
    List<String> names = new ArrayList<>(cube.container().spectrumNames());
    double[][] spectra = new double[count][];
    for (int j = 0; j < count; j++) {
      spectra[j] = Arrays.copyOfRange(all, j * cube.bands(), (j + 1) * cube.bands());
      if (names.size() <= j) {
        names.add("spectrum " + (j + 1));
      }
    }
    return new ReferenceSpectra(file, names, spectra, Optional.of(cube.axis()));
  }
}
