package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jumelles.formats.matlab.MatArray;
import org.jumelles.formats.matlab.MatFile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A scene with abundances that came out of another's algorithm: it tests solvers, not geology.
class RyuguUnmixTest {
  @TempDir private Path folder;

  @Test
  void findsTheAbundancesOfTheSamsonScene() throws IOException {
    Path scene = Shell.data("ryugu/unmixing/samson_1.mat");
    Path ends = Shell.data("ryugu/unmixing/samson_end3.mat");
    Path out = folder.resolve("maps.hdr");
    Shell shell = Shell.run("ryugu", "unmix", scene, "--endmembers", ends, "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode json = shell.json();
    double[] mean = {0.16318, 0.18586, 0.02020};
    double[] share = {0.38419, 0.37662, 0.23920};
    for (int j = 0; j < 3; j++) {
      assertThat(json.get("mean").get(j).asDouble()).isCloseTo(mean[j], within(5.1e-6));
      assertThat(json.get("mean_normalised").get(j).asDouble()).isCloseTo(share[j], within(5.1e-6));
    }
    assertThat(json.get("worst_certificate").asDouble()).isLessThan(1e-12);
    assertThat(json.get("condition_number").asDouble()).isCloseTo(10.5431043, within(1e-7));
    assertThat(json.get("spectra").asInt()).isEqualTo(9025);
    assertThat(rmse(out, ends)).isLessThanOrEqualTo(0.00202);
  }

  /// Of each pixel's abundances over their sum, against the scene's own.
  private static double rmse(Path maps, Path truth) throws IOException {
    try (Cube cube = Cubes.open(maps);
        Arena arena = Arena.ofConfined()) {
      MatArray a =
          MatFile.read(Bytes.map(truth, arena)).stream()
              .filter(array -> array.name().equals("A"))
              .findFirst()
              .orElseThrow();
      double[] made = new double[9025 * cube.bands()];
      cube.read(0, 9025, made);
      double squares = 0;
      for (int i = 0; i < 9025; i++) {
        int from = i * cube.bands();
        double sum = made[from] + made[from + 1] + made[from + 2];
        // The scene counts its pixels column after column.
        int pixel = i % 95 * 95 + i / 95;
        for (int j = 0; j < 3; j++) {
          long bits = 0;
          for (int k = 7; k >= 0; k--) {
            bits = bits << 8 | a.bytes().u8((pixel * 3L + j) * 8 + k, "A");
          }
          squares += Math.pow(made[from + j] / sum - Double.longBitsToDouble(bits), 2);
        }
      }
      return Math.sqrt(squares / (9025 * 3));
    }
  }

  @Test
  void refusesEndmembersThatAreOneAnothersMixture() throws IOException {
    Path header = cube("ends", 3, "1 2 3 4  2 4 6 8  1 0 0 1");
    Path scene = cube("scene", 2, "1 1 1 1  2 2 2 2");
    Shell shell = Shell.run("ryugu", "unmix", scene, "--endmembers", header);
    assertThat(shell.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.err()).contains("spectrum").contains("a mixture of the other endmembers");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void countsPixelsWithoutDataAndSaysWhereTheFirstIs() throws IOException {
    Path ends = cube("ends", 2, "1 2 3 4  4 1 1 1");
    Path scene = cube("scene", 3, "1 2 3 4  NaN NaN NaN NaN  8 2 2 NaN");
    Shell shell = Shell.run("ryugu", "unmix", scene, "--endmembers", ends, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("no_data").asInt()).isEqualTo(2);
    assertThat(shell.json().get("first_no_data_at").get(1).asInt()).isEqualTo(1);
    assertThat(shell.json().get("mean").get(0).asDouble()).isCloseTo(1, within(1e-12));
    Path nothing = cube("nothing", 1, "NaN NaN NaN NaN");
    Shell none = Shell.run("ryugu", "unmix", nothing, "--endmembers", ends, "--json");
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.json().get("mean").get(0).isNull()).isTrue();
  }

  private Path cube(String name, int pixels, String numbers) throws IOException {
    return TestCubes.write(folder, name, pixels, numbers, "");
  }
}
