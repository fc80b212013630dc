package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The commands that a person types, with the store of the archive in a bucket.
class BucketCommandsTest {
  @TempDir static Path folder;
  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Shell ok(Object... words) {
    Shell shell = Shell.run(words);
    assertThat(shell.code()).as(List.of(words) + "\n" + shell.err()).isZero();
    return shell;
  }

  /// A minute of one channel.
  private static Path waveform(Path file, String channel) throws IOException {
    int[] counts = new int[1200];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) (1000 * Math.sin(i / 40.0)) + i % 7 * channel.hashCode() % 100;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      MiniSeed.write(
          out,
          SourceId.of("XX", "TEST", "02", channel),
          Utc.parse("2019-05-23T00:00:00"),
          20,
          new Samples.Ints(counts),
          WriteOptions.version2(Encoding.STEIM2));
    }
    return file;
  }

  private static List<Path> payloads(Path root, String end) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
    }
  }

  @Test
  void ingestListShowVerifyRebuildBackupRestore() throws Exception {
    Path keys = server.makeBucket("mission");
    Path raw = Files.createDirectories(folder.resolve("raw"));
    waveform(raw.resolve("one.mseed"), "BHU");
    waveform(raw.resolve("other.mseed"), "BHV");
    Path mars = folder.resolve("mars");
    Shell first =
        Shell.run(
            "ingest",
            raw,
            "--archive",
            mars,
            "--store",
            "s3://mission/mars",
            "--store-endpoint",
            server.endpoint(),
            "--json");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(mars.resolve("store")).doesNotExist();
    assertThat(payloads(keys, ".mseed")).hasSize(2);

    // The store is said once.
    JsonNode listed = ok("list", "products", "--archive", mars, "--json").json();
    assertThat(listed.toString()).contains("one.mseed", "other.mseed");
    String id = identities(listed).getFirst();
    assertThat(ok("show", id, "--archive", mars).out()).contains(id.substring(0, 8));
    JsonNode verified = ok("verify", "--archive", mars, "--json").json();
    int objects = verified.get("objects").asInt();
    assertThat(objects).isEqualTo(2);

    for (Path lost : payloads(mars, "catalogue.db")) {
      Files.delete(lost);
    }
    assertThat(Shell.run("list", "products", "--archive", mars).err()).contains("rebuild");
    assertThat(ok("rebuild", "--archive", mars, "--json").json().get("products").asInt())
        .isEqualTo(objects);

    Path damaged = payloads(keys, ".mseed").getFirst();
    byte[] promised = Files.readAllBytes(damaged);
    byte[] flipped = promised.clone();
    flipped[700] ^= 1;
    Files.write(damaged, flipped);
    Shell told = Shell.run("verify", "--archive", mars);
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.out()).contains("s3://mission/mars/", "NOT clean");
    Files.write(damaged, promised);
    ok("verify", "--archive", mars);

    Path backup = folder.resolve("backup");
    ok("backup", backup, "--archive", mars);
    Path again = folder.resolve("again");
    server.makeBucket("other");
    ok(
        "restore",
        backup,
        "--archive",
        again,
        "--store",
        "s3://other/mars",
        "--store-endpoint",
        server.endpoint());
    Path plain = folder.resolve("plain");
    ok("restore", backup, "--archive", plain);
    for (Path archive : List.of(again, plain)) {
      assertThat(ok("verify", "--archive", archive, "--json").json().get("bytes"))
          .isEqualTo(verified.get("bytes"));
      // Two files that came in together stand in either order.
      assertThat(identities(ok("list", "products", "--archive", archive, "--json").json()))
          .containsExactlyInAnyOrderElementsOf(identities(listed));
    }
    assertThat(plain.resolve("store")).isDirectory();
    assertThat(again.resolve("store")).doesNotExist();
  }

  private static List<String> identities(JsonNode listed) {
    List<String> found =
        Pattern.compile("[0-9a-f]{64}")
            .matcher(listed.toString())
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(found).as(listed.toString()).isNotEmpty();
    return found;
  }
}
