package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cubes that hold nothing: each command refuses, or says that it has nothing, and none falls over.
class RyuguHostileTest {
  @TempDir private Path folder;

  private static final String AXIS = "wavelength units = um\nwavelength = {2.5, 2.6, 2.7, 2.8}\n";

  private List<Object[]> commands(Path cube, Path library) {
    List<Object[]> commands = new ArrayList<>();
    commands.add(new Object[] {"ryugu", "pca", cube});
    commands.add(new Object[] {"ryugu", "mnf", cube});
    commands.add(new Object[] {"ryugu", "rx", cube});
    commands.add(new Object[] {"ryugu", "unmix", cube, "--endmembers", library});
    commands.add(new Object[] {"ryugu", "endmembers", cube, "--count", "2"});
    commands.add(new Object[] {"ryugu", "parameters", cube, "-o", folder.resolve("p.hdr")});
    return commands;
  }

  @Test
  void aCubeOfNoNumbersIsRefusedByName() throws IOException {
    Path none = TestCubes.write(folder, "none", 3, numbers(12, Double.NaN), AXIS);
    Path library = TestCubes.write(folder, "lib", 2, "1 2 3 4 4 1 1 1", AXIS);
    for (Object[] words : commands(none, library)) {
      Shell shell = Shell.run(words);
      assertThat(shell.code()).as(Arrays.toString(words)).isEqualTo(ExitCode.REFUSED);
      assertThat(shell.err()).as(Arrays.toString(words)).isNotBlank().doesNotContain("\tat ");
    }
    Shell sam = Shell.run("ryugu", "sam", none, "--library", library, "--json");
    assertThat(sam.code()).isZero();
    assertThat(sam.json().get("unmatched").asInt()).isEqualTo(3);
    Shell flat = Shell.run("ryugu", "continuum", none, "-o", folder.resolve("c.hdr"), "--json");
    assertThat(flat.json().get("no_value").asInt()).isEqualTo(12);
  }

  @Test
  void aCubeOfBadBandsIsRefusedByName() throws IOException {
    Path bad = TestCubes.write(folder, "bad", 3, numbers(12, 1), AXIS + "bbl = {0, 0, 0, 0}");
    Path library = TestCubes.write(folder, "lib", 2, "1 2 3 4 4 1 1 1", AXIS);
    List<Object[]> commands = commands(bad, library);
    commands.add(new Object[] {"ryugu", "sam", bad, "--library", library});
    commands.add(new Object[] {"ryugu", "continuum", bad, "-o", folder.resolve("c.hdr")});
    for (Object[] words : commands) {
      Shell shell = Shell.run(words);
      assertThat(shell.code()).as(Arrays.toString(words)).isEqualTo(ExitCode.REFUSED);
      assertThat(shell.err()).as(Arrays.toString(words)).isNotBlank().doesNotContain("\tat ");
    }
  }

  private static double[] numbers(int count, double value) {
    double[] numbers = new double[count];
    Arrays.fill(numbers, value);
    return numbers;
  }
}
