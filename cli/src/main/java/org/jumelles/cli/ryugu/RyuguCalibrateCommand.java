package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.ryugu.calibration.Calibrated;
import org.jumelles.ryugu.calibration.FilterTuning;
import org.jumelles.ryugu.calibration.FrameNoise;
import org.jumelles.ryugu.calibration.Frames;
import org.jumelles.ryugu.calibration.NoiseModel;
import org.jumelles.ryugu.calibration.Reflectance;
import org.jumelles.ryugu.calibration.Standard;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "calibrate",
    description = "Raw, dark and white frames to reflectance with sigma and mask.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu calibrate --raw raw.hdr --dark dark.hdr --white white.hdr \\",
      "      --reference white.csv --gain 20 --read-noise 3 -o grain.hdr",
      "",
      "R = (S - D_S) / (W - D_W) / X * R_ref. Writes OUT, and beside it OUT-sigma, OUT-noise",
      "(sigma without the reference's part, which bands share: what a fit wants as --sigma) and",
      "OUT-mask: 1 no data, 2 saturated, 4 dead, 8 white is dark (no value in these),",
      "16 spiked, 32 repaired. Nothing is clipped. A dark or white of one line serves every",
      "line. REF has lines of um,reflectance,sigma. Without --gain and --read-noise sigma",
      "is not known, and NaN. Without --white-dark one dark serves both. Frames that are means",
      "are told by --averaged; those of whole numbers have 1/12 DN squared of rounding."
    })
final class RyuguCalibrateCommand implements Callable<Integer> {
  private static final int MOST_REPAIRS_TOLD = 1000;

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

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

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "Reflectance.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Cube cube = CubeInput.open(raw, answer);
        FrameSource darks = FrameSource.open(dark, cube, answer);
        FrameSource whites = FrameSource.open(white, cube, answer)) {
      if (whiteDark == null) {
        calibrate(cube, darks, whites, Optional.empty());
      } else {
        try (FrameSource second = FrameSource.open(whiteDark, cube, answer)) {
          calibrate(cube, darks, whites, Optional.of(second));
        }
      }
    }
    return ExitCode.OK;
  }

  private Reflectance reflectance(Cube cube) throws IOException {
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

  private void calibrate(
      Cube cube, FrameSource darks, FrameSource whites, Optional<FrameSource> second)
      throws IOException {
    Reflectance reflectance = reflectance(cube);
    String of = "of " + raw.getFileName();
    NewCube wanted = NewCube.of(cube.lines(), cube.samples(), cube.axis(), "reflectance " + of);
    NewCube sigma = NewCube.of(cube.lines(), cube.samples(), cube.axis(), "sigma " + of);
    NewCube mask = CubeInput.ofBytes(sigma, "mask " + of);
    Path sigmaFile = beside("-sigma");
    Path noiseFile = beside("-noise");
    NewCube noise = NewCube.of(cube.lines(), cube.samples(), cube.axis(), "noise " + of);
    Path maskFile = beside("-mask");
    MaskRecord record = new MaskRecord(cube);
    try (CubeWriter writer = CubeInput.create(out, wanted, output);
        CubeWriter sigmas = CubeInput.create(sigmaFile, sigma, output);
        CubeWriter noises = CubeInput.create(noiseFile, noise, output);
        CubeWriter masks = CubeInput.create(maskFile, mask, output)) {
      new CubeScan(cube)
          .each(
              block -> {
                long first = block.firstPixel();
                int count = block.count();
                Optional<double[]> own = Optional.empty();
                if (second.isPresent()) {
                  own = Optional.of(second.get().read(first, count));
                }
                Calibrated made =
                    reflectance.of(
                        new Frames(
                            block.spectra(),
                            darks.read(first, count),
                            whites.read(first, count),
                            own));
                writer.write(first, count, made.reflectance());
                sigmas.write(first, count, made.sigma());
                noises.write(first, count, made.noise());
                masks.write(first, count, made.mask());
                return made;
              },
              (first, count, made) -> record.add(first, made));
      writer.finish();
      sigmas.finish();
      noises.finish();
      masks.finish();
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("sigma", sigmaFile.toString());
    document.put("noise", noiseFile.toString());
    document.put("mask", maskFile.toString());
    document.put("averaged", averaged);
    document.put("tuning_sigma_per_cm", tuning);
    document.put("sigma_known", reflectance.noise().isPresent());
    document.put("values", cube.pixels() * cube.bands());
    document.putAll(record.counts());
    document.put("repairs", record.repairs);
    answer.give(document, () -> record.counts().forEach((word, n) -> say(word, n)));
  }

  private void say(String word, long count) {
    answer.out().println(String.format(Locale.ROOT, "%-14s %d", word, count));
  }

  private Path beside(String end) {
    String name = out.getFileName().toString();
    int dot = name.lastIndexOf('.');
    int cut = dot < 0 ? name.length() : dot;
    return out.resolveSibling(name.substring(0, cut) + end + name.substring(cut));
  }

  /// What was masked, counted by reason, and what was replaced.
  private static final class MaskRecord {
    private final Cube cube;
    private final long[] counts = new long[Calibrated.WORDS.size()];
    private final List<Map<String, Object>> repairs = new ArrayList<>();

    MaskRecord(Cube cube) {
      this.cube = cube;
    }

    void add(long first, Calibrated made) {
      for (byte bits : made.mask()) {
        for (int bit = 0; bits != 0 && bit < counts.length; bit++) {
          counts[bit] += bits >> bit & 1;
        }
      }
      for (Calibrated.Repair one : made.repairs()) {
        if (repairs.size() < MOST_REPAIRS_TOLD) {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("at", CubeScan.place(cube, first + one.index() / cube.bands()));
          told.put("band", one.index() % cube.bands() + 1);
          told.put("was", one.was());
          told.put("now", one.now());
          repairs.add(told);
        }
      }
    }

    Map<String, Long> counts() {
      Map<String, Long> named = new LinkedHashMap<>();
      for (int bit = 0; bit < counts.length; bit++) {
        named.put(Calibrated.WORDS.get(bit).replace(' ', '_'), counts[bit]);
      }
      return named;
    }
  }
}
