package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RyuguCalibrateTest {
  private static final String AXIS = "wavelength units = um\nwavelength = {1, 2, 3}";

  @TempDir private Path folder;

  private Path reference() throws IOException {
    Path file = folder.resolve("white.csv");
    Files.writeString(file, "0.3,0.9,0.01\n4,0.9,0.01\n");
    return file;
  }

  private Shell calibrate(Path raw, Path dark, Path white, Object... more) throws IOException {
    Object[] words = {
      "ryugu",
      "calibrate",
      "--raw",
      raw,
      "--dark",
      dark,
      "--white",
      white,
      "--reference",
      reference(),
      "-o",
      folder.resolve("r.hdr"),
      "--json"
    };
    Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Shell.run(all);
  }

  @Test
  void writesReflectanceSigmaAndMask() throws IOException {
    Path raw = TestCubes.write(folder, "raw", 2, "110 200 900 90 100 5000", AXIS);
    Path dark = TestCubes.write(folder, "dark", 2, "100 100 100 100 100 100", AXIS);
    Path white = TestCubes.write(folder, "white", 2, "1100 1100 102 1100 1100 1100", AXIS);
    Shell shell =
        calibrate(
            raw,
            dark,
            white,
            "--exposure-ratio",
            "2",
            "--gain",
            "10",
            "--read-noise",
            "1",
            "--saturation",
            "4000");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("white_is_dark").asInt()).isEqualTo(1);
    assertThat(shell.json().get("saturated").asInt()).isEqualTo(1);
    try (Cube r = Cubes.open(folder.resolve("r.hdr"));
        Cube sigma = Cubes.open(folder.resolve("r-sigma.hdr"));
        Cube mask = Cubes.open(folder.resolve("r-mask.hdr"))) {
      double[] values = new double[6];
      r.read(0, 2, values);
      double[] wanted = {0.0045, 0.045, Double.NaN, -0.0045, 0, Double.NaN};
      assertThat(values).containsExactly(wanted, within(1e-8));
      mask.read(0, 2, values);
      assertThat(values).containsExactly(0, 0, 8, 0, 0, 2);
      sigma.read(0, 2, values);
      // By hand: q = 0.9 / 2000; variances 1 + counts / 10; the shared dark's (R / span - q).
      double q = 4.5e-4;
      double slope = 0.045 / 1000;
      double squared =
          q * q * 21 + slope * slope * 111 + (slope - q) * (slope - q) * 11 + 0.0005 * 0.0005;
      assertThat(values[1]).isCloseTo(Math.sqrt(squared), within(1e-9));
    }
  }

  /// By hand: readings averaged, the filter's jitter by the neighbours, the reference apart.
  @Test
  void noiseIsThatOfMeansAndOfTheFilter() throws IOException {
    String axis = "wavelength units = um\nwavelength = {2.0, 2.5, 4.0}";
    Path raw = TestCubes.write(folder, "raw", 1, "200 300 500", axis);
    Path dark = TestCubes.write(folder, "dark", 1, "100 100 100", axis);
    Path white = TestCubes.write(folder, "white", 1, "1100 1100 1500", axis);
    Object[] noise = {"--gain", "10", "--read-noise", "1", "--averaged", "1,4,16", "--tuning", "2"};
    Shell shell = calibrate(raw, dark, white, noise);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("tuning_sigma_per_cm").asDouble()).isEqualTo(2);
    try (Cube own = Cubes.open(folder.resolve("r-noise.hdr"));
        Cube sigma = Cubes.open(folder.resolve("r-sigma.hdr"))) {
      double[] values = new double[3];
      own.read(0, 1, values);
      double q = 0.9 / 1000;
      double r = q * 200;
      double slope = r / 1000;
      double counted = q * q * 31 + slope * slope * 111 / 16 + (slope - q) * (slope - q) * 11 / 4;
      // From 5,000 to 2,500 cm-1: 300 DN of the sample, 400 DN of the white.
      double tuned = Math.pow(q * 300 / 2500 * 2, 2) + Math.pow(slope * 400 / 2500 * 2, 2) / 16;
      assertThat(values[1]).isCloseTo(Math.sqrt(counted + tuned), within(1e-8));
      double noisy = values[1];
      sigma.read(0, 1, values);
      assertThat(values[1]).isCloseTo(Math.hypot(noisy, r / 0.9 * 0.01), within(1e-8));
    }
    assertThat(calibrate(raw, dark, white, "--averaged", "1,4").code()).isEqualTo(ExitCode.USAGE);
    assertThat(calibrate(raw, dark, white, "--tuning", "1").err()).contains("--gain");
  }

  @Test
  void takesRealCountsOfALineScanner() throws IOException {
    Path real = Shell.data("ryugu/envi/corn-kernel-hyperspectral.hdr");
    Path zero = line(0);
    Path full = line(4095);
    Path out = folder.resolve("r.hdr");
    Shell shell = calibrate(real, zero, full);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("sigma_known").asBoolean()).isFalse();
    assertThat(shell.json().get("values").asLong()).isEqualTo(31L * 43 * 580);
    try (Cube raw = Cubes.open(real);
        Cube made = Cubes.open(out)) {
      double[] counts = new double[580];
      double[] r = new double[580];
      raw.read(777, 1, counts);
      made.read(777, 1, r);
      for (int k = 0; k < 580; k++) {
        assertThat(r[k]).isCloseTo(0.9 * counts[k] / 4095, within(1e-6));
      }
    }
  }

  private Path line(double value) throws IOException {
    double[] counts = new double[43 * 580];
    java.util.Arrays.fill(counts, value);
    return TestCubes.write(folder, "line" + (int) value, 43, counts, "");
  }

  @Test
  void refusesFramesOfAnotherShapeWithBothFigures() throws IOException {
    Path real = Shell.data("ryugu/envi/corn-kernel-hyperspectral.hdr");
    Path other = Shell.data("ryugu/envi/darkReference.hdr");
    Shell shell = calibrate(real, other, real);
    assertThat(shell.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.err()).contains("1 x 1600 x 978").contains("31 x 43 x 580");
  }
}
