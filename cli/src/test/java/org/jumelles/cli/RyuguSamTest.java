package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RyuguSamTest {
  @TempDir private Path folder;

  /// Each entry of a library in float32 is nearest to itself, at exactly nothing, whatever else.
  @Test
  void aLibraryFindsItself() throws IOException {
    Path library = Shell.data("ryugu/speclib/USGS_Mineral_Spectral_Library.hdr");
    Path out = folder.resolve("match.hdr");
    Shell shell = Shell.run("ryugu", "sam", library, "--library", library, "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    int compared = 0;
    for (JsonNode entry : shell.json().get("entries")) {
      if (entry.get("compared").asBoolean()) {
        compared++;
        assertThat(entry.get("least_angle_rad").asDouble()).isZero();
      }
    }
    assertThat(compared).isGreaterThan(400);
    try (Cube match = Cubes.open(out)) {
      double[] row = new double[3];
      match.read(17, 1, row);
      assertThat(row[1]).isZero();
    }
  }

  @Test
  void refusesALibraryThatCannotBeCompared() throws IOException {
    Path cube = TestCubes.write(folder, "cube", 1, "1 2 3", "");
    Path library = TestCubes.write(folder, "lib", 2, "1 2 3 4 5 6 7 8", "");
    Shell shell = Shell.run("ryugu", "sam", cube, "--library", library);
    assertThat(shell.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.err()).contains("4 bands where the cube has 3");
  }
}
