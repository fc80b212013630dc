package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ryugu simulate`: files that the other commands take.
class RyuguSimulateTest {
  @TempDir private Path folder = Path.of("");

  private Shell simulate(String name, int seed) {
    return Shell.run(
        "ryugu",
        "simulate",
        "--seed",
        seed,
        "--snr",
        50,
        "--lines",
        24,
        "--samples",
        30,
        "-o",
        folder.resolve(name),
        "--json");
  }

  @Test
  void theSameSeedIsTheSameBytes() throws IOException {
    Shell first = simulate("a", 3);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(simulate("b", 3).code()).isZero();
    assertThat(simulate("c", 4).code()).isZero();
    List<Path> files;
    try (Stream<Path> within = Files.list(folder.resolve("a"))) {
      files = within.sorted().toList();
    }
    assertThat(files).hasSize(first.json().get("files").size()).hasSize(15);
    for (Path file : files) {
      assertThat(folder.resolve("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
    assertThat(Files.mismatch(folder.resolve("a/raw.img"), folder.resolve("c/raw.img")))
        .isNotEqualTo(-1);
    assertThat(simulate("a", 3).code()).isEqualTo(2);
  }

  @Test
  void cubeLedgerAndTruthAreForTheOtherCommands() throws IOException {
    JsonNode made = simulate("a", 3).json();
    JsonNode info = Shell.run("ryugu", "info", folder.resolve("a/raw.hdr"), "--json").json();
    assertThat(info.get("bands").asInt()).isEqualTo(369);
    assertThat(info.get("lines").asInt()).isEqualTo(24);
    assertThat(info.get("interleave").asString()).isEqualTo("bsq");
    double shares = 0;
    for (JsonNode phase : made.get("phases")) {
      shares += phase.get("mean_share").asDouble();
    }
    assertThat(shares).isCloseTo(1, within(1e-9));
    Path archive = folder.resolve("grains");
    Shell taken =
        Shell.run(
            "ryugu",
            "sample",
            "import",
            folder.resolve("a/ledger.csv"),
            "--archive",
            archive,
            "--json");
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.json().get("good").asInt()).isEqualTo(15);
    assertThat(Shell.run("ryugu", "sample", "show", "SIM-3", "--archive", archive).out())
        .contains("SIM-3-spot13");
  }
}
