package org.jumelles.archive.bucket;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// S3Proxy on a loopback port, a process of its own over a folder: it checks signatures (V4), and
/// can be killed and started again.
public final class S3Server implements AutoCloseable {
  public static final String USER = "jumelles";
  public static final String SECRET = "a secret of tests alone";
  private static final int STARTING_MILLIS = 30_000;

  private final Path folder;
  private final int port;
  private Process process;

  private S3Server(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /// Starts a server and tells this process its credentials.
  public static S3Server start(Path folder) throws Exception {
    System.setProperty("aws.accessKeyId", USER);
    System.setProperty("aws.secretAccessKey", SECRET);
    Files.createDirectories(folder.resolve("buckets"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    S3Server server = new S3Server(folder, port);
    server.startAgain();
    return server;
  }

  public void startAgain() throws Exception {
    Path settings = folder.resolve("s3proxy.properties");
    Files.writeString(
        settings,
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(port, USER, SECRET, folder.resolve("buckets")));
    process =
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
    waitUntilItListens();
  }

  /// Without the binding of SLF4J to the standard error, which the server sends to SLF4J.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .flatMap(S3Server::jars)
        .filter(jar -> !jar.contains("slf4j-jdk14"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static java.util.stream.Stream<String> jars(String entry) {
    File[] jars = entry.endsWith("*") ? new File(entry.replace("*", "")).listFiles() : null;
    return jars == null
        ? java.util.stream.Stream.of(entry)
        : Arrays.stream(jars).map(File::getPath).sorted();
  }

  private void waitUntilItListens() throws Exception {
    long end = System.nanoTime() + STARTING_MILLIS * 1_000_000L;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException(
        "S3Proxy did not start: " + Files.readString(folder.resolve("s3proxy.log")));
  }

  public void kill() throws Exception {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Where the bytes of a bucket lie, a file a key.
  public Path bucketFolder(String bucket) {
    return folder.resolve("buckets").resolve(bucket);
  }

  public BucketUrl makeBucket(String bucket, String prefix) throws IOException {
    Files.createDirectories(bucketFolder(bucket));
    return BucketUrl.parse("s3://" + bucket + "/" + prefix).at(endpoint());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
