package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RyuguInclusionsTest {
  @TempDir private Path folder;

  @Test
  void tellsEachPartWithItsMeansAndSigmas() throws IOException {
    Path maps = TestCubes.write(folder, "maps", 6, "1 10  1 20  0 0  1 5  1 NaN  NaN 7", "");
    Path csv = folder.resolve("table.csv");
    Shell shell =
        Shell.run(
            "ryugu",
            "inclusions",
            maps,
            "--from",
            "0.5",
            "--least-pixels",
            "2",
            "--pixel-um",
            "22.5",
            "--csv",
            csv,
            "-o",
            folder.resolve("labels.hdr"),
            "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode json = shell.json();
    assertThat(json.get("inclusions").size()).isEqualTo(2);
    assertThat(json.get("no_data").asInt()).isEqualTo(1);
    JsonNode first = json.get("inclusions").get(0);
    assertThat(first.get("area_um2").asDouble()).isEqualTo(2 * 22.5 * 22.5);
    assertThat(first.get("bands").get(1).get("mean").asDouble()).isEqualTo(15);
    assertThat(first.get("bands").get(1).get("sigma").asDouble()).isEqualTo(5);
    JsonNode second = json.get("inclusions").get(1).get("bands").get(1);
    assertThat(second.get("pixels").asInt()).isEqualTo(1);
    assertThat(second.get("sigma").isNull()).isTrue();
    assertThat(Files.readAllLines(csv)).hasSize(3);
    assertThat(Files.readAllLines(csv).get(1)).startsWith("1,2,0.0,0.5,1.0,0.0,15.0,5.0");
  }

  @Test
  void wantsABoundAndABandThatIsThere() throws IOException {
    Path maps = TestCubes.write(folder, "maps", 1, "1 10", "");
    assertThat(Shell.run("ryugu", "inclusions", maps).code()).isEqualTo(ExitCode.USAGE);
    Shell far = Shell.run("ryugu", "inclusions", maps, "--from", "1", "--band", "3");
    assertThat(far.code()).isEqualTo(ExitCode.USAGE);
    assertThat(far.err()).contains("1 to 2 here");
  }
}
