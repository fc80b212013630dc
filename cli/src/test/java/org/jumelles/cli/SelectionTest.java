package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.cli.archive.Operation;
import org.jumelles.cli.archive.SimulationOptions;
import org.jumelles.pipeline.run.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// A part of all work makes the same products as all of it, and fewer.
@Tag("slow")
class SelectionTest {
  @TempDir static Path folder;
  private static Path base;
  private static Map<String, List<String>> everything;
  private static JsonNode counts;

  /// Two days that no product but a table has in common.
  @BeforeAll
  static void simulate() throws Exception {
    base = folder.resolve("base");
    try (Archive archive = Archive.open(base)) {
      for (String day : List.of("2019-05-23T00:00:00", "2019-05-27T00:00:00")) {
        SimulationOptions options = new SimulationOptions();
        CommandLine.populateCommand(
            options, "--hours", "0.25", "--from", day, "--seed", day.substring(8, 10));
        new Operation(archive, Progress.SILENT).simulate(options);
      }
    }
    Path whole = copy("whole");
    Shell shell = Shell.run("process", "--archive", whole, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    counts = shell.json();
    everything = hashes(whole);
  }

  /// What a run made beyond the simulations, which must be what a run of everything makes.
  private static Map<String, List<String>> made(Path archive) throws IOException {
    Map<String, List<String>> made = hashes(archive);
    assertThat(everything).containsAllEntriesOf(made);
    made.keySet().removeIf(name -> name.contains("simulat"));
    return made;
  }

  private static Set<String> recipes(Map<String, List<String>> made) {
    return made.keySet().stream()
        .map(name -> name.substring(0, name.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aRecipeAndWhatItsProductsAreMadeOf() throws Exception {
    Path archive = copy("recipe");
    Shell shell =
        Shell.run("process", "--archive", archive, "--recipe", "seis/detection", "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(recipes(made(archive))).containsExactly("seis/detection", "seis/motion");
    JsonNode told = shell.json();
    for (String step : List.of("seis/motion", "seis/detection")) {
      assertThat(told.get(step).get("good")).isEqualTo(counts.get(step).get("good"));
      assertThat(told.get(step).has("left_out")).isFalse();
    }
    for (String step : List.of("seis/noise", "iasi/brightness", "ryugu/reflectance")) {
      assertThat(told.get(step).get("planned").asInt()).isZero();
      assertThat(told.get(step).get("left_out")).isEqualTo(counts.get(step).get("planned"));
    }
  }

  @Test
  void aTimeAndLaterTheRest() throws Exception {
    Path archive = copy("time");
    Shell shell =
        Shell.run(
            "process",
            "--archive",
            archive,
            "--from",
            "2019-05-26T00:00:00",
            "--to",
            "2019-05-28T00:00:00");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("Left out");
    int some = made(archive).size();
    assertThat(some).isBetween(8, everything.size() - 8);
    assertThat(recipes(made(archive)))
        .contains("iasi/column-day", "iasi/table", "ryugu/composition", "seis/event");
    try (Archive open = Archive.openReadOnly(archive)) {
      assertThat(open.products())
          .filteredOn(product -> !product.recipe().name().contains("simulat"))
          .flatExtracting(Product::entries)
          .noneMatch(entry -> entry.key().contains("2019-05-23"));
    }
    assertThat(Shell.run("process", "--archive", archive).code()).isZero();
    assertThat(hashes(archive)).isEqualTo(everything);
  }

  @Test
  void aShardOfASelectionIsHeldToIt() throws Exception {
    Path archive = copy("shard");
    Shell shell =
        Shell.run(
            "process",
            "--archive",
            archive,
            "--shard",
            "7/8",
            "--recipe",
            "iasi/column-*,ryugu/comp*",
            "--to",
            "2019-05-23T12:00:00",
            "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(recipes(made(archive)))
        .containsExactly(
            "iasi/column",
            "iasi/column-day",
            "iasi/table",
            "ryugu/composition",
            "ryugu/reflectance");
    assertThat(made(archive)).hasSize(5);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    Shell misspelt = Shell.run("process", "--archive", base, "--recipe", "seis/motoin");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("seis/motoin", "seis/motion", "ryugu/composition");
    Shell turned =
        Shell.run(
            "process",
            "--archive",
            base,
            "--from",
            "2019-05-24T00:00:00",
            "--to",
            "2019-05-23T00:00:00");
    assertThat(turned.code()).isEqualTo(2);
    assertThat(turned.err()).contains("before");
    assertThat(Shell.run("process", "--archive", base, "--from", "yesterday").err())
        .contains("--from", "yesterday");
  }

  /// The SHA-256 of each file of each product, by recipe and identity.
  private static Map<String, List<String>> hashes(Path archive) throws IOException {
    Map<String, List<String>> hashes = new TreeMap<>();
    try (Archive open = Archive.openReadOnly(archive)) {
      for (Product product : open.products()) {
        hashes.put(
            product.recipe().name() + " " + product.identity(),
            product.payloads().stream().map(Payload::sha256).toList());
      }
    }
    return hashes;
  }

  private static Path copy(String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> paths = Files.walk(base)) {
      for (Path path : paths.sorted().toList()) {
        Files.copy(path, to.resolve(base.relativize(path).toString()));
      }
    }
    return to;
  }
}
