package org.jumelles.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The machine's own PostgreSQL with a data folder of this test's, as users run it: flushing to
/// disk, on a port of its own. As root it runs under the account `postgres`, as it must.
final class PostgresServer implements AutoCloseable {
  private final Path bin;
  private final Path home;
  private final int port;

  private PostgresServer(Path bin, Path home, int port) {
    this.bin = bin;
    this.home = home;
    this.port = port;
  }

  /// Starts a server; the test is skipped by name where none is installed.
  static PostgresServer start() throws Exception {
    Path bin = bin();
    Path home = Files.createTempDirectory("jumelles-postgres");
    if (isRoot()) {
      run(List.of("chown", "postgres", home.toString()));
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PostgresServer server = new PostgresServer(bin, home, port);
    server.as("initdb", "-D", server.data(), "-U", "jumelles", "-A", "trust", "-E", "UTF8");
    server.control("start");
    Runtime.getRuntime().addShutdownHook(new Thread(server::stopQuietly));
    return server;
  }

  private static Path bin() throws IOException {
    List<Path> found = new ArrayList<>();
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> all = Files.list(versions)) {
        all.map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
            .sorted()
            .forEach(found::add);
      }
    }
    Assumptions.assumeFalse(found.isEmpty(), "no PostgreSQL server in /usr/lib/postgresql");
    return found.getLast();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private String data() {
    return home.resolve("data").toString();
  }

  /// Runs `pg_ctl` and waits until it is done.
  void control(String what, String... more) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-D", data(), "-w", "-l", home + "/log"));
    words.addAll(List.of("-o", "-p " + port + " -k " + home + " -c fsync=on"));
    words.add(what);
    words.addAll(List.of(more));
    as("pg_ctl", words.toArray(String[]::new));
  }

  /// A new, empty database.
  String newDatabase(String name) throws SQLException {
    try (var connection = DriverManager.getConnection(url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=jumelles";
  }

  private void as(String program, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.add(bin.resolve(program).toString());
    all.addAll(List.of(words));
    run(all);
  }

  private static void run(List<String> words) throws IOException, InterruptedException {
    Path said = Files.createTempFile("jumelles", ".txt");
    Process process =
        new ProcessBuilder(words)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(words + ": " + Files.readString(said));
    }
    Files.delete(said);
  }

  @Override
  public void close() throws IOException {
    try {
      control("stop", "-m", "immediate");
      run(List.of("rm", "-rf", home.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server stops", e);
    }
  }

  /// Where the tests' JVM is ended, its server goes with it.
  private void stopQuietly() {
    if (Files.exists(home)) {
      try {
        close();
      } catch (Exception e) {
        System.err.println("a server was left at " + home + ": " + e);
      }
    }
  }
}
