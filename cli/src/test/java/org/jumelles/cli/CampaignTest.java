package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The short form of the campaign: five kills, and each other fault.
@Tag("slow")
class CampaignTest {
  @TempDir Path folder;

  @Test
  void nothingIsLostByAnyFault() throws Exception {
    Path ground = folder.resolve("ground");
    Path table = folder.resolve("faults.md");
    Shell shell =
        Shell.run(
            "campaign",
            "--kills",
            5,
            "--minutes",
            3,
            "--seed",
            8,
            "--on",
            ground,
            "-o",
            table,
            "--json");
    JsonNode told = shell.json();
    Map<String, JsonNode> faults = new TreeMap<>();
    told.get("faults").forEach(fault -> faults.put(fault.get("fault").asString(), fault));
    assertThat(faults).hasSize(8);
    faults.forEach(
        (name, fault) -> {
          assertThat(fault.get("losses")).as(name).isEmpty();
          boolean made = fault.get("times").asInt() > 0;
          boolean maybeNot = !fault.get("skipped").asString().isEmpty() || name.contains("backup");
          assertThat(made || maybeNot).as(name + " was made, or skipped by name").isTrue();
        });
    assertThat(shell.code()).isZero();
    assertThat(ground).as("its own ground is swept").doesNotExist();
    assertThat(Files.readString(table)).contains("| kill -9 during ingest and processing | 5 |");
  }

  @Test
  void itStaysAwayFromWhatIsNotItsOwn() throws Exception {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("file"), "mine");
    Shell shell = Shell.run("campaign", "--on", mine);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("name an empty folder");
    assertThat(mine.resolve("file")).hasContent("mine");
  }
}
