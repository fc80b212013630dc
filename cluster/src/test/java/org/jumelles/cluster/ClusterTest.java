package org.jumelles.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.mission.Missions;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;

/// A real standalone cluster on loopback, one master and two workers, each a process of its own,
/// makes what one process makes; also when a worker is killed in the middle.
final class ClusterTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir static Path folder;
  private static final List<Process> SERVERS = new ArrayList<>();
  private static String master = "";
  private static Path base;
  private static Map<String, List<String>> expected;

  @BeforeAll
  static void begin() throws Exception {
    base = folder.resolve("base");
    try (Archive archive = Archive.open(base)) {
      Runner runner = runner(archive);
      for (int day = 23; day < 26; day++) {
        Chain.Day simulated =
            new Chain.Day(day, Utc.parse("2019-05-" + day + "T00:00:00"), 1800);
        runner.run(
            "simulating",
            chains(archive, runner).stream().map(chain -> chain.simulation(simulated)).toList());
      }
    }
    Path local = copy("local");
    try (Archive archive = Archive.open(local)) {
      for (Chain chain : chains(archive, runner(archive))) {
        chain.run();
      }
    }
    expected = hashes(local);
    int port = freePort();
    master = "spark://127.0.0.1:" + port;
    SERVERS.add(start("master", "master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0"));
    awaitPort(port);
    SERVERS.add(worker(1));
    SERVERS.add(worker(2));
  }

  @AfterAll
  static void end() {
    SERVERS.forEach(
        server -> {
          server.descendants().forEach(ProcessHandle::destroyForcibly);
          server.destroyForcibly();
        });
  }

  @Test
  void aClusterMakesWhatOneProcessMakesEvenWhereAWorkerIsKilled() throws Exception {
    Path archive = copy("cluster");
    Process driver =
        start("driver", "process", "--archive", archive.toString(), "--engine", "spark", "--master", master, "--json");
    int before = hashes(archive).size();
    for (int i = 0; i < 2400 && driver.isAlive() && hashes(archive).size() < before + 2; i++) {
      Thread.sleep(100);
    }
    assertThat(driver.isAlive()).as("there is work left\n" + said("driver")).isTrue();
    Process killed = SERVERS.getLast();
    killed.descendants().forEach(ProcessHandle::destroyForcibly);
    killed.destroyForcibly().waitFor();
    assertThat(driver.waitFor(600, TimeUnit.SECONDS)).as("ends in time").isTrue();
    assertThat(driver.exitValue()).as(said("driver")).isZero();
    assertThat(hashes(archive)).isEqualTo(expected);
    try (Archive checked = Archive.openReadOnly(archive)) {
      assertThat(checked.verify(org.jumelles.archive.Progress.NONE).clean()).isTrue();
    }
  }

  private static Process worker(int number) throws IOException {
    return start(
        "worker" + number,
        "worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "2g",
        "--webui-port",
        "0",
        "--work-dir",
        folder.resolve("work" + number).toString(),
        master);
  }

  private static Process start(String name, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(HERE.resolve("jumelles-spark").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JUMELLES_SPARK_OPTIONS", "-Dspark.executor.memory=1g");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private static String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws Exception {
    for (int i = 0; i < 600; i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("the master does not listen:\n" + said("master"));
  }

  private static Runner runner(Archive archive) {
    return Runner.onThisMachine(archive, Progress.SILENT, Optional.empty());
  }

  private static List<Chain> chains(Archive archive, Runner runner) {
    Provenance provenance =
        Provenance.ofThisProcess("test", new Partnership(archive).accord());
    return Missions.chains(archive, provenance, runner, false);
  }

  /// The SHA-256 of each file of each product, by recipe and identity.
  private static Map<String, List<String>> hashes(Path archive) throws IOException {
    Map<String, List<String>> hashes = new TreeMap<>();
    try (Archive open = Archive.openReadOnly(archive)) {
      for (Product product : open.products()) {
        hashes.put(
            product.recipe() + " " + product.identity(),
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
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return to;
  }
}
