package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A writer killed at any instant leaves no half product and loses none that it reported.
class CrashTest {
  private static final int KILLS = 20;

  @TempDir Path folder;

  /// The writer: stores products for as long as it lives and prints each identity once it is kept.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      Path home = Path.of(arguments[0]);
      Random random = new Random();
      try (Archive archive = Archive.open(home)) {
        while (true) {
          byte[] bytes = new byte[random.nextInt(100_000)];
          random.nextBytes(bytes);
          Path file = Files.write(archive.workFile("noise"), bytes);
          Product product = archive.store(draft(Long.toHexString(random.nextLong()), file));
          System.out.println(product.identity());
          System.out.flush();
        }
      }
    }

    private static ProductDraft draft(String seed, Path file) {
      return new ProductDraft(
          new Recipe("noise", "1"),
          "noise",
          Map.of("seed", seed),
          List.of(),
          List.of(new DraftPayload("noise", "application/octet-stream", file)),
          List.of(Drafts.entry("noise", seed, 1, 2, 0, 0)),
          Drafts.LINEAGE,
          Map.of());
    }
  }

  @Test
  void twentyKillsLoseNothing() throws Exception {
    Path home = folder.resolve("archive");
    Random random = new Random(20_190_522);
    Set<Identity> reported = new LinkedHashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(home, kill == 0 ? 0 : random.nextInt(400), reported);
      try (Archive archive = Archive.open(home)) {
        assertThat(archive.verify(Progress.NONE).problems()).as("kill " + kill).isEmpty();
        assertThat(reported).allMatch(archive::has);
        try (var left = Files.list(home.resolve("work"))) {
          assertThat(left).as("only the session of this test").hasSize(1);
        }
      }
    }
    assertThat(reported).hasSizeGreaterThan(KILLS);
  }

  /// Lets the child live some milliseconds past its first report; the first is killed at its start.
  private static void runAndKill(Path home, int millis, Set<Identity> reported) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = child.inputReader()) {
      if (millis == 0) {
        Thread.sleep(300);
      } else {
        reported.add(new Identity(lines.readLine()));
        Thread.sleep(millis);
      }
      child.toHandle().destroyForcibly();
      child.waitFor();
      lines.lines().filter(line -> line.length() == 64).map(Identity::new).forEach(reported::add);
    }
  }
}
