package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.cli.archive.Operation;
import org.jumelles.cli.archive.SimulationOptions;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.run.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Several processes side by side in one archive make what one process makes, and nothing twice.
@Tag("slow")
class ShardTest {
  private static final int SHARDS = 3;

  @TempDir static Path folder;
  private static Path base;
  private static Map<String, List<String>> expected;

  @BeforeAll
  static void simulate() throws Exception {
    base = folder.resolve("base");
    try (Archive archive = Archive.open(base)) {
      for (String day : List.of("2019-05-23T00:00:00", "2019-05-25T00:00:00")) {
        SimulationOptions options = new SimulationOptions();
        CommandLine.populateCommand(
            options, "--hours", "0.5", "--from", day, "--seed", day.substring(8, 10));
        new Operation(archive, Progress.SILENT).simulate(options);
      }
    }
    Path local = copy("local");
    assertThat(Shell.run("process", "--archive", local).code()).isZero();
    expected = hashes(local, List.of());
  }

  @Test
  void inSqlite() throws Exception {
    Path archive = copy("sqlite");
    checkCounts(awaitAll(start(archive, List.of())));
    assertThat(hashes(archive, List.of())).isEqualTo(expected);
    assertThat(Shell.run("verify", "--archive", archive).code()).isZero();
  }

  @Test
  void inPostgresql() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      List<String> catalogue = List.of("--catalogue", server.newDatabase("shards"));
      Path archive = copy("postgresql");
      assertThat(shell("rebuild", archive, catalogue).code()).isZero();
      checkCounts(awaitAll(start(archive, catalogue)));
      assertThat(hashes(archive, catalogue)).isEqualTo(expected);
      assertThat(shell("verify", archive, catalogue).code()).isZero();
    }
  }

  @Test
  void theLivingDoTheWorkOfTheKilled() throws Exception {
    Path archive = copy("killed");
    List<Process> shards = start(archive, List.of("--lease", "4"));
    awaitProducts(archive, expected.size() / 3);
    assertThat(shards.getFirst().isAlive()).as("there is somebody to kill").isTrue();
    shards.getFirst().destroyForcibly().waitFor();
    for (Process shard : shards.subList(1, SHARDS)) {
      assertThat(shard.waitFor(300, TimeUnit.SECONDS)).isTrue();
      assertThat(shard.exitValue()).isZero();
    }
    assertThat(hashes(archive, List.of())).isEqualTo(expected);
    assertThat(Shell.run("verify", "--archive", archive).code()).isZero();
  }

  @Test
  void oneShardOfManyDoesAllWhereTheOthersNeverCome() throws Exception {
    Path archive = copy("alone");
    Shell shell = Shell.run("process", "--archive", archive, "--shard", "7/8", "--mission", "seis");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(hashes(archive, List.of()).keySet())
        .containsAll(expected.keySet().stream().filter(of -> of.startsWith("seis/")).toList());
  }

  @Test
  void aShardThatCannotBeIsRefused() {
    for (String shard : List.of("0/4", "5/4", "1", "a/b", "1/0", "-1/2", "1/99999999")) {
      Shell shell = Shell.run("process", "--archive", base, "--shard", shard);
      assertThat(shell.code()).as(shard).isNotZero();
      assertThat(shell.err()).contains("shard");
    }
    assertThat(Shell.run("process", "--archive", base, "--mission", "hera").err())
        .contains("hera", "seis, iasi, ryugu");
  }

  private static void awaitProducts(Path archive, int count) throws Exception {
    for (int i = 0; i < 600 && hashes(archive, List.of()).size() < count; i++) {
      Thread.sleep(50);
    }
  }

  /// All that the processes made together is all that there is, and each product was made once.
  private static void checkCounts(List<JsonNode> answers) {
    int made = 0;
    for (JsonNode answer : answers) {
      for (JsonNode step : answer) {
        made += step.get("good").asInt() + step.get("doubtful").asInt();
        assertThat(step.get("broken").asInt()).isZero();
      }
    }
    long derived = expected.keySet().stream().filter(name -> !name.contains("simulat")).count();
    assertThat(made).isEqualTo((int) derived);
  }

  private static List<Process> start(Path archive, List<String> more) throws IOException {
    List<Process> processes = new ArrayList<>();
    for (int shard = 1; shard <= SHARDS; shard++) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xmx768m",
                  "-XX:ActiveProcessorCount=1",
                  "-Djava.awt.headless=true",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Jumelles.class.getName(),
                  "process",
                  "--archive",
                  archive.toString(),
                  "--json",
                  "--shard",
                  shard + "/" + SHARDS));
      words.addAll(more);
      processes.add(
          new ProcessBuilder(words)
              .redirectError(archive.resolveSibling("shard-" + shard + ".err").toFile())
              .redirectOutput(archive.resolveSibling("shard-" + shard + ".json").toFile())
              .start());
    }
    return processes;
  }

  private static List<JsonNode> awaitAll(List<Process> processes) throws Exception {
    List<JsonNode> answers = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i).waitFor(300, TimeUnit.SECONDS)).isTrue();
      String said = Files.readString(folder.resolve("shard-" + (i + 1) + ".err"));
      assertThat(processes.get(i).exitValue()).as(said).isZero();
      answers.add(
          new Shell(0, Files.readString(folder.resolve("shard-" + (i + 1) + ".json")), "").json());
    }
    return answers;
  }

  /// The SHA-256 of each file of each product, by recipe and identity.
  private static Map<String, List<String>> hashes(Path archive, List<String> more)
      throws IOException {
    Map<String, List<String>> hashes = new TreeMap<>();
    try (Archive open =
        more.isEmpty()
            ? Archive.openReadOnly(archive)
            : Archive.openReadOnly(archive, more.getLast())) {
      for (Product product : open.products()) {
        hashes.put(
            product.recipe() + " " + product.identity(),
            product.payloads().stream().map(Payload::sha256).toList());
      }
    }
    return hashes;
  }

  private static Shell shell(String command, Path archive, List<String> more) {
    List<Object> words = new ArrayList<>(List.of(command, "--archive", archive));
    words.addAll(more);
    return Shell.run(words.toArray());
  }

  private static Path copy(String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> paths = Files.walk(base)) {
      for (Path path : paths.sorted().collect(Collectors.toList())) {
        Files.copy(path, to.resolve(base.relativize(path).toString()));
      }
    }
    return to;
  }
}
