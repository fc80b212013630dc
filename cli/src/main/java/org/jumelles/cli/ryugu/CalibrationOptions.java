package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.ryugu.calibration.Calibrated;
import org.jumelles.ryugu.calibration.FilterTuning;
import org.jumelles.ryugu.calibration.FrameNoise;
import org.jumelles.ryugu.calibration.Frames;
import org.jumelles.ryugu.calibration.NoiseModel;
import org.jumelles.ryugu.calibration.Reflectance;
import org.jumelles.ryugu.calibration.Standard;
import org.jumelles.ryugu.cube.Cube;
import picocli.CommandLine.Option;

/// The frames of a scene and how they become reflectance, as a command line tells it.
final class CalibrationOptions {
  @Option(names = "--raw", required = true, paramLabel = "R", description = "The sample, DN.")
  private Path raw = Path.of("");

  @Option(names = "--dark", required = true, paramLabel = "D", description = "Its dark, DN.")
  private Path dark = Path.of("");

  @Option(names = "--white", required = true, paramLabel = "W", description = "The white, DN.")
  private Path white = Path.of("");

  @Option(names = "--white-dark", paramLabel = "DW", description = "The white's own dark, DN.")
  private @Nullable Path whiteDark;

  @Option(names = "--reference", required = true, paramLabel = "REF", description = "The standard.")
  private Path reference = Path.of("");

  @Option(
      names = "--exposure-ratio",
      defaultValue = "1",
      paramLabel = "X",
      description = "Exposure times gain of the sample over that of the white. (1)")
  private double exposureRatio;

  @Option(names = "--gain", paramLabel = "E", description = "Electrons a DN.")
  private @Nullable Double gain;

  @Option(names = "--read-noise", paramLabel = "DN", description = "Sigma without light.")
  private @Nullable Double readNoise;

  @Option(names = "--bias", defaultValue = "0", paramLabel = "DN", description = "(0)")
  private double bias;

  @Option(
      names = "--averaged",
      split = ",",
      paramLabel = "RAW,DARK,WHITE",
      description = "Readings that each frame is the mean of. (1,1,1)")
  private List<Integer> averaged = List.of(1, 1, 1);

  @Option(
      names = "--tuning",
      defaultValue = "0",
      paramLabel = "SIGMA",
      description = "Jitter of a tunable filter from frame to frame, cm-1. (0)")
  private double tuning;

  @Option(names = "--saturation", paramLabel = "DN", description = "A full reading.")
  private @Nullable Double saturation;

  @Option(
      names = "--least-sigmas",
      defaultValue = "5",
      paramLabel = "K",
      description = "By which a white must be above its dark. (5)")
  private double leastSigmas;

  @Option(names = "--repair-spikes", description = "By the mean of the neighbours, recorded.")
  private boolean repair;

  /// The files of a scene, open.
  ///
  /// @param frames dark, white, and the white's own dark where there is one
  record Scene(Path file, Cube raw, List<FrameSource> frames) implements AutoCloseable {
    Calibrated calibrated(Reflectance reflectance, CubeScan.Block block) throws IOException {
      List<double[]> counts = new ArrayList<>();
      for (FrameSource one : frames) {
        counts.add(one.read(block.firstPixel(), block.count()));
      }
      Optional<double[]> whiteDark =
          counts.size() > 2 ? Optional.of(counts.get(2)) : Optional.empty();
      Calibrated made =
          reflectance.of(new Frames(block.spectra(), counts.get(0), counts.get(1), whiteDark));
      for (int i = 0; i < counts.size(); i++) {
        frames.get(i).giveBack(counts.get(i));
      }
      return made;
    }

    @Override
    public void close() throws IOException {
      raw.close();
      for (FrameSource one : frames) {
        one.close();
      }
    }
  }

  Scene open(Answer answer) throws IOException {
    Cube cube = CubeInput.open(raw, answer);
    Scene scene = new Scene(raw, cube, new ArrayList<>());
    try {
      scene.frames.add(FrameSource.open(dark, cube, answer));
      scene.frames.add(FrameSource.open(white, cube, answer));
      if (whiteDark != null) {
        scene.frames.add(FrameSource.open(whiteDark, cube, answer));
      }
      return scene;
    } catch (IOException | RuntimeException e) {
      scene.close();
      throw e;
    }
  }

  List<Integer> averaged() {
    return averaged;
  }

  double tuning() {
    return tuning;
  }

  Reflectance reflectance(Cube cube) throws IOException {
    Standard standard =
        Standard.parse(
            reference.toString(),
            new String(Files.readAllBytes(reference), StandardCharsets.UTF_8),
            CubeInput.micrometres(raw, cube.axis()));
    if ((gain == null) != (readNoise == null)) {
      throw new IllegalArgumentException("--gain and --read-noise go together");
    }
    Optional<FrameNoise> noise = noise(cube);
    return new Reflectance(
        standard,
        exposureRatio,
        noise,
        saturation == null ? Double.POSITIVE_INFINITY : saturation,
        leastSigmas,
        repair ? Reflectance.Spikes.REPAIR : Reflectance.Spikes.MARK);
  }

  private Optional<FrameNoise> noise(Cube cube) {
    if (averaged.size() != 3) {
      throw new IllegalArgumentException("--averaged has three numbers: raw,dark,white");
    }
    FrameNoise.Averaged means =
        new FrameNoise.Averaged(averaged.get(0), averaged.get(1), averaged.get(2));
    if (gain == null || readNoise == null) {
      if (tuning != 0) {
        throw new IllegalArgumentException("--tuning needs --gain and --read-noise");
      }
      return Optional.empty();
    }
    double[] perCm =
        Arrays.stream(CubeInput.micrometres(raw, cube.axis())).map(um -> 1e4 / um).toArray();
    return Optional.of(
        new FrameNoise(
            new NoiseModel(readNoise, gain, bias),
            means,
            cube.container().type().isInteger(),
            tuning == 0 ? Optional.empty() : Optional.of(new FilterTuning(perCm, tuning))));
  }
}
