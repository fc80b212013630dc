package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.bucket.S3Server;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.store.Durable;
import org.jumelles.archive.store.Problem;
import org.jumelles.archive.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed writers, a server that dies, wrong keys and wrong bytes: nothing is lost, and nothing
/// half is seen.
class BucketFaultsTest {
  private static final int KILLS = 4;
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  @TempDir static Path serverFolder;
  private static S3Server server;
  @TempDir Path folder;
  private Path home;
  private String bucket;
  private BucketUrl url;

  /// Stores products numbered from 0 for as long as it lives, or so many; prints each identity
  /// once stored.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      int count = Integer.parseInt(arguments[1]);
      try (Archive archive = Archive.openShared(Path.of(arguments[0]))) {
        for (int i = 0; i < count; i++) {
          System.out.println(archive.store(noise(archive, arguments[2] + i)).identity());
          System.out.flush();
        }
      }
    }
  }

  private static ProductDraft noise(Archive archive, String seed) throws Exception {
    byte[] bytes = new byte[200_000];
    new Random(seed.hashCode()).nextBytes(bytes);
    List<DraftPayload> payloads = new ArrayList<>();
    for (String name : List.of("one", "other", "third")) {
      bytes[0]++;
      Path file = Files.write(archive.workFile(name), bytes);
      payloads.add(new DraftPayload(name, "application/octet-stream", file));
    }
    return new ProductDraft(
        new Recipe("noise", "1"),
        "noise",
        Map.of("seed", seed),
        List.of(),
        payloads,
        List.of(),
        Drafts.LINEAGE,
        Map.of());
  }

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(serverFolder);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void anEmptyBucket() throws Exception {
    bucket = "faults-" + BUCKETS.incrementAndGet();
    url = server.makeBucket(bucket, "mars");
    home = folder.resolve("archive");
    StoreUrl.keep(home, url);
  }

  private Process child(int count, String seed) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Daws.accessKeyId=" + S3Server.USER,
            "-Daws.secretAccessKey=" + S3Server.SECRET,
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            home.toString(),
            Integer.toString(count),
            seed)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Path keys() {
    return server.bucketFolder(bucket).resolve("mars");
  }

  /// Folders of objects that have files and no inventory.
  private List<Path> halves() throws Exception {
    try (Stream<Path> all = Files.walk(keys(), 4)) {
      return all.filter(path -> path.getFileName().toString().length() == 64)
          .filter(path -> !Files.exists(path.resolve("inventory.json")))
          .toList();
    }
  }

  @Test
  void aWriterKilledBetweenItsUploadsLosesNothingAndLeavesNothing() throws Exception {
    Set<Identity> reported = new LinkedHashSet<>();
    int halves = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = child(1_000_000, "kill" + kill);
      try (BufferedReader lines = child.inputReader()) {
        reported.add(new Identity(lines.readLine()));
        waitForAHalf(child);
        child.toHandle().destroyForcibly();
        child.waitFor();
        lines.lines().filter(line -> line.length() == 64).map(Identity::new).forEach(reported::add);
      }
      halves += halves().size();
      try (Archive archive = Archive.open(home)) {
        assertThat(archive.verify(Progress.NONE).problems()).as("kill " + kill).isEmpty();
        assertThat(reported).allMatch(archive::has);
        assertThat(halves()).isEmpty();
      }
    }
    assertThat(halves).as("killed in the middle of an upload").isPositive();
  }

  private void waitForAHalf(Process child) throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end && child.isAlive() && halves().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatALivingWriterIsAtIsNoProblem() throws Exception {
    Process child = child(1_000_000, "living");
    try (BufferedReader lines = child.inputReader()) {
      lines.readLine();
      for (int i = 0; i < 3; i++) {
        try (Archive archive = Archive.openShared(home)) {
          assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoProcessesPutTheSameObjectsAndEachIsThereOnce() throws Exception {
    Process one = child(12, "same");
    Process other = child(12, "same");
    List<String> first;
    List<String> second;
    try (BufferedReader a = one.inputReader();
        BufferedReader b = other.inputReader()) {
      first = a.lines().filter(line -> line.length() == 64).toList();
      second = b.lines().filter(line -> line.length() == 64).toList();
    }
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(first).hasSize(12).isEqualTo(second);
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.products()).hasSize(12);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aServerThatIsRestartedIsWaitedFor() throws Exception {
    try (Archive archive = Archive.open(home)) {
      Product before = archive.store(noise(archive, "before"));
      server.kill();
      Thread again = Thread.ofPlatform().start(BucketFaultsTest::startLater);
      Product after = archive.store(noise(archive, "after"));
      again.join();
      Durable.deleteTree(home.resolve("cache"));
      for (Product product : List.of(before, after)) {
        assertThat(Durable.hash(archive.path(product.identity(), "one")).sha256())
            .isEqualTo(product.payload("one").orElseThrow().sha256());
      }
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  private static void startLater() {
    try {
      Thread.sleep(1_500);
      server.startAgain();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wrongKeysAndMissingBucketsAreToldInWords() throws Exception {
    StoreUrl.keep(
        folder.resolve("nowhere"),
        BucketUrl.parse("s3://no-such-bucket/mars").at(server.endpoint()));
    assertThatThrownBy(() -> Archive.open(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("s3://no-such-bucket/mars/")
        .hasMessageContaining("no such bucket");
    String secret = System.setProperty("aws.secretAccessKey", "wrong");
    try {
      assertThatThrownBy(() -> Archive.open(home))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("refuses these credentials (403 SignatureDoesNotMatch)");
    } finally {
      System.setProperty("aws.secretAccessKey", secret);
    }
    Files.writeString(home.resolve("store.url"), "s3://UPPER/mars");
    assertThatThrownBy(() -> Archive.open(home)).hasMessageContaining("'UPPER' is no bucket");
  }

  @Test
  void anInventoryThatNamesWhatIsElsewhereGetsNothing() throws Exception {
    try (Archive archive = Archive.open(home)) {
      Product product = archive.store(noise(archive, "hostile"));
      Path object = keys().resolve(Store.place(product.identity()));
      Path inventory = object.resolve("inventory.json");
      String text = Files.readString(inventory);
      Files.writeString(inventory, text.replace("v1/content/one", "../../../../../etc/passwd"));
      List<Problem> found = archive.verify(Progress.NONE).problems();
      assertThat(found.stream().map(Problem::sentence))
          .anyMatch(sentence -> sentence.endsWith("/../../../../../etc/passwd is missing."));
      assertThat(found).anyMatch(one -> one instanceof Problem.Changed);
      Files.writeString(inventory, "{\"id\": 7, \"manifest\": [[[");
      assertThat(archive.verify(Progress.NONE).problems())
          .anyMatch(one -> one instanceof Problem.Malformed);
    }
  }

  @Test
  void moreBytesThanPromisedOrOthersReachNoReader() throws Exception {
    try (Archive archive = Archive.open(home)) {
      Product product = archive.store(noise(archive, "larger"));
      Durable.deleteTree(home.resolve("cache"));
      Path object = keys().resolve(Store.place(product.identity()));
      Path one = object.resolve("v1/content/one");
      byte[] bytes = Files.readAllBytes(one);
      Files.write(one, new byte[300_000]);
      assertThatThrownBy(() -> archive.path(product.identity(), "one"))
          .hasMessageContaining("has 300000 bytes; no more than 200000 are taken");
      bytes[77] ^= 1;
      Files.write(one, bytes);
      assertThatThrownBy(() -> archive.path(product.identity(), "one"))
          .hasMessageContaining("/v1/content/one has changed: SHA-256");
      assertThat(home.resolve("cache")).isEmptyDirectory();
    }
  }
}
