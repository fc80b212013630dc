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
      double[] um = axis.micrometres();
      for (int k = 0; k < um.length; k++) {
        if (axis.good()[k] && !(um[k] > 0 && Double.isFinite(um[k]))) {
          throw new MalformedDataException(
              file.toString(),
              new Place.Path("band " + (k + 1)),
              "spectral axis",
              "a positive number a good band",
              String.valueOf(axis.values()[k]));
        }
      }
      return um;
    } catch (IllegalStateException e) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "spectral axis",
          "wavelengths or wavenumbers with their unit",
          Objects.requireNonNullElse(e.getMessage(), "none"));
    }
  }

  /// Whether bands can be told apart by where they are, and not by their number alone.
  static boolean hasMicrometres(Axis axis) {
    return switch (axis.unit()) {
      case NANOMETRE, MICROMETRE, PER_CM -> true;
      case BAND, UNKNOWN -> false;
    };
  }

  /// Says no to spectra whose bands are elsewhere than those of the cube, by half the way to the
  /// next band or more: band by band they would be mixed up without a word.
  ///
  /// @param file of the spectra
  /// @throws MalformedDataException with the first such band and both places
  static void requireSameBands(Axis cube, Path file, Axis other, Answer answer) {
    if (!hasMicrometres(cube) || !hasMicrometres(other)) {
      if (hasMicrometres(cube) != hasMicrometres(other)) {
        answer.say("taken band by band: not both have wavelengths");
      }
      return;
    }
    double[] um = cube.micrometres();
    double[] there = other.micrometres();
    for (int k = 0; k < Math.min(um.length, there.length); k++) {
      double next = um[k + 1 < um.length ? k + 1 : Math.max(0, k - 1)];
      if (cube.good()[k] && !(Math.abs(there[k] - um[k]) <= Math.abs(next - um[k]) / 2)) {
        throw new MalformedDataException(
            file.toString(),
            new Place.Path("band " + (k + 1)),
            "spectral axis",
            "the bands of the cube, to half a band",
            there[k] + " um where the cube has " + um[k]);
      }
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
