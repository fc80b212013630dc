package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` in the middle of `up`, again and again: what was stored stays, nothing is half there,
/// and in the end the archive is the one that a run without a kill makes.
///
/// Ten kills by default; `-Djumelles.kills=100` for the whole campaign.
@Tag("slow")
class KilledTest {
  private static final int KILLS = Integer.getInteger("jumelles.kills", 10);
  private static final int FILES = 24;

  @TempDir Path folder;

  @Test
  void losesNothingThatWasStored() throws Exception {
    Path input = files();
    Path whole = folder.resolve("whole");
    long began = System.nanoTime();
    assertThat(start(input, whole).waitFor()).isZero();
    long wholeMillis = (System.nanoTime() - began) / 1_000_000;
    TreeSet<String> expected = identities(whole);

    long seed = Long.getLong("jumelles.seed", System.nanoTime());
    Random random = new Random(seed);
    TreeSet<String> seen = new TreeSet<>();
    int killed = 0;
    int archives = 0;
    for (int round = 0; killed < KILLS && round < 6 * KILLS; round++) {
      Path archive = folder.resolve("killed-" + archives);
      Process up = start(input, archive);
      long patience = wholeMillis / 8 + random.nextLong(wholeMillis);
      if (up.waitFor(patience, TimeUnit.MILLISECONDS)) {
        // It came to its end: what it made, with all the kills before, is what an untouched run
        // makes.
        assertThat(up.exitValue()).isZero();
        assertThat(identities(archive)).as("seed " + seed).isEqualTo(expected);
        seen.clear();
        archives++;
        continue;
      }
      up.destroyForcibly().waitFor();
      killed++;
      if (!Files.isDirectory(archive)) {
        continue;
      }
      Shell verify = Shell.run("verify", "--archive", archive);
      assertThat(verify.code()).as("seed " + seed + ": " + verify.out() + verify.err()).isZero();
      TreeSet<String> now = identities(archive);
      assertThat(now).as("seed " + seed).containsAll(seen);
      seen.addAll(now);
    }
    assertThat(killed).as("kills that met a running program").isEqualTo(KILLS);

    Path last = folder.resolve("killed-" + archives);
    assertThat(Shell.run("up", input, "--archive", last, "--once").code()).isZero();
    assertThat(identities(last)).isEqualTo(expected);
    assertThat(Shell.run("verify", "--archive", last).code()).isZero();
  }

  private static Process start(Path input, Path archive) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Jumelles.class.getName(),
                "up",
                input.toString(),
                "--archive",
                archive.toString(),
                "--once"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static TreeSet<String> identities(Path archive) {
    TreeSet<String> identities = new TreeSet<>();
    JsonNode products = Shell.run("list", "products", "--archive", archive, "--json").json();
    products.get("products").forEach(p -> identities.add(p.get("identity").asString()));
    return identities;
  }

  /// Two dozen files of ten minutes each.
  private Path files() throws IOException {
    Path input = Files.createDirectory(folder.resolve("input"));
    Moment start = Utc.parse("2019-05-23T00:00:00");
    Random noise = new Random(1976);
    for (int i = 0; i < FILES; i++) {
      int[] counts = noise.ints(12_000, -500, 500).toArray();
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(input.resolve(i + ".mseed")))) {
        MiniSeed.write(
            out,
            SourceId.of("XX", "KILL", "02", "BHU"),
            start.plusNanos(i * 600_000_000_000L),
            20,
            new Samples.Ints(counts),
            WriteOptions.version2(Encoding.STEIM2));
      }
    }
    return input;
  }
}
