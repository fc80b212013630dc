package org.jumelles.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// S3Proxy over a folder, a process of its own on a loopback port, with one user.
final class S3Server implements AutoCloseable {
  private static final String USER = "jumelles";
  private static final String SECRET = "a secret of tests alone";
  private static final long STARTING_NANOS = 60_000_000_000L;

  private final Path buckets;
  private final int port;
  private final Process process;

  private S3Server(Path buckets, int port, Process process) {
    this.buckets = buckets;
    this.port = port;
    this.process = process;
  }

  /// Starts a server and tells this process its credentials.
  static S3Server start(Path folder) throws Exception {
    System.setProperty("aws.accessKeyId", USER);
    System.setProperty("aws.secretAccessKey", SECRET);
    Path buckets = Files.createDirectories(folder.resolve("buckets"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            """
                .formatted(port, USER, SECRET, buckets));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    S3Server server = new S3Server(buckets, port, process);
    server.awaitListening(folder.resolve("s3proxy.log"));
    return server;
  }

  /// Without the binding of SLF4J to the standard error, which the server sends to SLF4J.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .flatMap(S3Server::jars)
        .filter(jar -> !jar.contains("slf4j-jdk14"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> jars(String entry) {
    File[] jars = entry.endsWith("*") ? new File(entry.replace("*", "")).listFiles() : null;
    return jars == null ? Stream.of(entry) : Arrays.stream(jars).map(File::getPath).sorted();
  }

  private void awaitListening(Path log) throws Exception {
    long end = System.nanoTime() + STARTING_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("S3Proxy did not start: " + Files.readString(log));
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /// Where the bytes of a new bucket lie, a file a key.
  Path makeBucket(String bucket) throws IOException {
    return Files.createDirectories(buckets.resolve(bucket));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
