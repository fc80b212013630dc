package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The catalogue in the machine's own PostgreSQL, with the server failing under it.
@Tag("slow")
class PostgresTest {
  private static final int WRITERS = 3;
  private static final int FILES = 60;

  @TempDir Path folder;
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void writersOutliveAServerThatIsKilledUnderThem() throws Exception {
    String url = server.newDatabase("restart");
    Path archive = folder.resolve("archive");
    Path everybodys = files("everybodys", FILES / 4);
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(ingest(archive, url, files("own" + i, FILES), everybodys));
    }
    int restarts = 0;
    for (int kept : new int[] {20, 80}) {
      awaitProducts(url, kept);
      assertThat(writers).anyMatch(Process::isAlive);
      server.control("restart", "-m", "immediate");
      restarts++;
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor(400, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
    }
    assertThat(restarts).isEqualTo(2);
    Shell verify = Shell.run("verify", "--archive", archive, "--catalogue", url, "--json");
    assertThat(verify.code()).as(verify.out()).isZero();
    int expected = WRITERS * FILES + FILES / 4;
    assertThat(verify.json().get("objects").asInt()).isEqualTo(expected);
    assertThat(products(archive, "--catalogue", url)).hasSize(expected);
  }

  @Test
  void aCatalogueMovesFromSqliteAndTheArchiveGoesOnWithIt() throws Exception {
    Path archive = folder.resolve("moved");
    ok("ingest", files("first", 6), "--archive", archive);
    ok("user", "add", "ada", "--archive", archive);
    TreeSet<String> before = products(archive);
    String url = server.newDatabase("moved");
    String secret = url + "&password=open-sesame";
    // Broken off: some rows are there already.
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      ok("rebuild", "--archive", copyOfStore(archive), "--catalogue", url);
      statement.execute("DELETE FROM ledger_entry WHERE sequence > 3");
    }
    Shell migrate = ok("migrate", "--archive", archive, "--to", secret, "--json");
    assertThat(migrate.json().get("products").asInt()).isEqualTo(before.size());
    assertThat(Files.readString(archive.resolve("catalogue.url")))
        .contains(url)
        .doesNotContain("sesame");
    assertThat(archive.resolve("catalogue.db")).doesNotExist();

    assertThat(products(archive)).isEqualTo(before);
    assertThat(ok("user", "list", "--archive", archive).out()).contains("ada");
    assertThat(ok("ingest", folder.resolve("first"), "--archive", archive).out()).contains("0 new");
    ok("ingest", files("second", 3), "--archive", archive);
    ok("verify", "--archive", archive);
    Shell again = Shell.run("migrate", "--archive", archive, "--to", url);
    assertThat(again.code()).isNotZero();
    assertThat(again.err()).contains("already");
  }

  @Test
  void aChangedRowInTheNewCatalogueStopsTheMove() throws Exception {
    Path archive = folder.resolve("changed");
    ok("ingest", files("changed-files", 4), "--archive", archive);
    String url = server.newDatabase("changed");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      ok("rebuild", "--archive", copyOfStore(archive), "--catalogue", url);
      statement.execute("UPDATE payload SET size_bytes = size_bytes + 1 WHERE product = 1");
    }
    Shell migrate = Shell.run("migrate", "--archive", archive, "--to", url);
    assertThat(migrate.code()).isNotZero();
    assertThat(migrate.err()).contains("not the same in both catalogues");
    assertThat(archive.resolve("catalogue.url")).doesNotExist();
    assertThat(products(archive)).hasSize(4);
  }

  @Test
  void aBackupInUseComesBackInEitherDatabase() throws Exception {
    String url = server.newDatabase("used");
    Path archive = folder.resolve("used");
    ok("ingest", files("old", 5), "--archive", archive, "--catalogue", url);
    TreeSet<String> least = products(archive, "--catalogue", url);
    Process writer = ingest(archive, url, files("new", FILES), folder.resolve("old"));
    awaitProducts(url, 10);
    Path backup = folder.resolve("backup");
    ok("backup", backup, "--archive", archive, "--catalogue", url);
    assertThat(writer.waitFor(400, TimeUnit.SECONDS)).isTrue();

    Path inSqlite = folder.resolve("in-sqlite");
    ok("restore", backup, "--archive", inSqlite);
    ok("verify", "--archive", inSqlite);
    Path inPostgres = folder.resolve("in-postgresql");
    ok("restore", backup, "--archive", inPostgres, "--catalogue", server.newDatabase("back"));
    ok("verify", "--archive", inPostgres);
    assertThat(products(inPostgres)).isEqualTo(products(inSqlite)).containsAll(least);
    assertThat(products(archive, "--catalogue", url)).containsAll(products(inSqlite));
  }

  private static Shell ok(Object... words) {
    Shell shell = Shell.run(words);
    assertThat(shell.code()).as(List.of(words) + shell.out() + shell.err()).isZero();
    return shell;
  }

  private Path copyOfStore(Path archive) throws IOException, InterruptedException {
    Path copy = Files.createTempDirectory(folder, "copy");
    new ProcessBuilder("cp", "-r", archive + "/store", archive + "/ledger", copy.toString())
        .start()
        .waitFor();
    return copy;
  }

  private Process ingest(Path archive, String url, Path... inputs) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(Jumelles.class.getName(), "ingest", "--archive", archive.toString()));
    words.addAll(List.of("--catalogue", url));
    for (Path input : inputs) {
      words.add(input.toString());
    }
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
        .start();
  }

  private static void awaitProducts(String url, int count) throws Exception {
    for (int i = 0; i < 1200; i++) {
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT COUNT(*) FROM product")) {
        if (row.next() && row.getInt(1) >= count) {
          return;
        }
      } catch (java.sql.SQLException notYet) {
        // The tables are not there yet.
      }
      Thread.sleep(50);
    }
  }

  private static TreeSet<String> products(Path archive, String... more) {
    List<Object> words = new ArrayList<>(List.of("list", "products", "--archive", archive));
    words.add("--json");
    words.addAll(List.of(more));
    TreeSet<String> identities = new TreeSet<>();
    JsonNode products = ok(words.toArray()).json();
    products.get("products").forEach(p -> identities.add(p.get("identity").asString()));
    return identities;
  }

  /// Small files of noise, each with bytes of its own.
  private Path files(String name, int count) throws IOException {
    Path input = Files.createDirectory(folder.resolve(name));
    Moment start = Utc.parse("2019-05-23T00:00:00");
    Random noise = new Random(name.hashCode());
    for (int i = 0; i < count; i++) {
      int[] counts = noise.ints(2_000, -500, 500).toArray();
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(input.resolve(i + ".mseed")))) {
        MiniSeed.write(
            out,
            SourceId.of("XX", "PG", "02", "BHU"),
            start.plusNanos(i * 100_000_000_000L),
            20,
            new Samples.Ints(counts),
            WriteOptions.version2(Encoding.STEIM2));
      }
    }
    return input;
  }
}
