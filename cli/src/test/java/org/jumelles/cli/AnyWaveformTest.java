package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Conformance files, broken files, logs, the Moon: any rate, any encoding, any year. Nothing of it
/// may be a fault of the program.
class AnyWaveformTest {
  @TempDir Path folder;

  @Test
  void nothingThatCanBeReadBreaksTheChain() {
    Path archive = folder.resolve("archive");

    Shell up =
        Shell.run(
            "up",
            Shell.data("seis/formats"),
            Shell.data("seis/lunar"),
            Shell.data("seis/catalogue"),
            "--archive",
            archive,
            "--once",
            "--json");

    JsonNode products = up.json().get("products");
    assertThat(products.get("broken").asInt()).as(products.get("defects").toString()).isZero();
    assertThat(products.get("good").asInt()).isPositive();
    assertThat(up.json().get("granules_not_searched").asInt()).isPositive();
    assertThat(up.code()).as("some of the files are broken on purpose").isEqualTo(ExitCode.REFUSED);
    assertThat(Shell.run("verify", "--archive", archive).code()).isZero();
  }
}
