package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;

/// What every command that works on a cube asks of it first.
final class CubeInput {
  private CubeInput() {}

  /// Opens a cube and says what is doubtful about it.
  static Cube open(Path file, Answer answer) throws IOException {
    Cube cube = Cubes.open(file);
    cube.container()
        .defects()
        .forEach(defect -> answer.say("jumelles: doubtful: " + defect.sentence()));
    return cube;
  }

  /// A writer for what does not exist yet, or may be replaced.
  static CubeWriter create(Path file, NewCube wanted, OutputFile output) throws IOException {
    CubeWriter writer = Cubes.create(file, wanted);
    try {
      for (Path one : writer.files()) {
        output.check(one);
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /// The axis in micrometres.
  ///
  /// @throws MalformedDataException where the file does not tell it
  static double[] micrometres(Path file, Axis axis) {
    try {
      return axis.micrometres();
    } catch (IllegalStateException e) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "spectral axis",
          "wavelengths or wavenumbers with their unit",
          Objects.requireNonNullElse(e.getMessage(), "none"));
    }
  }

  /// The same shape, of unsigned bytes.
  static NewCube ofBytes(NewCube cube, String description) {
    return new NewCube(
        cube.lines(),
        cube.samples(),
        cube.axis(),
        ElementType.U8,
        cube.interleave(),
        cube.order(),
        cube.scale(),
        cube.noData(),
        cube.bandNames(),
        description);
  }

  /// @throws MalformedDataException where the second cube is of another shape than the first
  static void requireAlike(Cube cube, Cube other, Path file) {
    if (other.lines() != cube.lines()
        || other.samples() != cube.samples()
        || other.bands() != cube.bands()) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "lines x samples x bands",
          shape(cube) + " as the cube it belongs to",
          shape(other));
    }
  }

  static String shape(Cube cube) {
    return cube.lines() + " x " + cube.samples() + " x " + cube.bands();
  }

  /// Numbers of the good bands, from zero.
  ///
  /// @throws MalformedDataException where none is
  static int[] goodBands(Path file, Axis axis) {
    int[] good = goodBands(axis);
    if (good.length == 0) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "good bands",
          "one at least",
          "all " + axis.bands() + " are called bad");
    }
    return good;
  }

  /// The same, where it is known that there is one.
  static int[] goodBands(Axis axis) {
    return IntStream.range(0, axis.bands()).filter(k -> axis.good()[k]).toArray();
  }

  static int bad(Axis axis) {
    int bad = 0;
    for (boolean good : axis.good()) {
      bad += good ? 0 : 1;
    }
    return bad;
  }

  static long notNumbers(double[] values) {
    long none = 0;
    for (double value : values) {
      none += Double.isFinite(value) ? 0 : 1;
    }
    return none;
  }

  /// As JSON wants them: NaN becomes null there.
  static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
