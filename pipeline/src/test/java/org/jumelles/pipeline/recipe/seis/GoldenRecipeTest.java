package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A recipe's result changes with its version only: the same version is the same bytes. Pictures
/// hold the fonts of the machine, and are compared between runs only.
class GoldenRecipeTest {
  private static final long SEED = 20_190_522;
  private static final int SECONDS = 3600;

  /// By recipe, version and payload. A new result needs a new version, and then a new line here.
  private static final Map<String, String> GOLDEN =
      Map.of(
          "seis/simulation 1 counts.mseed",
          "51a672bdadb143894f2f05b3dc337a96f3b0a653e6aba7e833f58dc3c0cec3f4",
          "seis/simulation 1 station.xml",
          "f2002a63dab467f025cbb33b6fafd950a928b466f0daad071b2847aff280a3f4",
          "seis/simulation 1 quakes.csv",
          "dfed0489e7d3a7d359a294c7179d8cfbd8ddfa934b052e07661727204c0eb790",
          "seis/simulation 1 glitches.csv",
          "c1d21b4b3b9d1cc8e3aff61bbca5e5ae003acd0d9b67c18ca078c3245c99d0f1",
          "seis/motion 3 motion.mseed",
          "67d1e458a3deb991c728df8701dbe340ca1c2ec86a6ccbdcc6f42b4748bcc29f",
          "seis/motion 3 glitches.csv",
          "ca5670c9767d166b0523fed93f1cc339cb6cedc642d4b6f5155449e0b6ac8008",
          "seis/detection 7 events.xml",
          "f7ff97b9c574d8904a36444f48469483199cbebaa959b73cc3e3676b64a1751c",
          "seis/detection 7 rejected.csv",
          "509219e790cf3c7e65d4e0906df221da9bde3578ec4d84106b55e7b162055455",
          "seis/noise 1 noise.csv",
          "e4b2d365b65891815ba7686e1880457e82d8e9e3934d0f1b729629712780d276");

  @TempDir static Path folder;
  private static Map<String, String> oneThread;
  private static Map<String, String> twoThreads;

  @BeforeAll
  static void make() throws Exception {
    oneThread = made(1);
    twoThreads = made(2);
  }

  /// SHA-256 by recipe, version, payload and identity.
  private static Map<String, String> made(int threads) throws Exception {
    Path home = folder.resolve("archive" + threads);
    Map<String, String> made = new TreeMap<>();
    try (Archive archive = Archive.open(home)) {
      Runner runner = new Runner(archive, Progress.SILENT, threads, 1L << 30);
      Work work =
          new SimulationRecipe(archive, Specimens.PROVENANCE).plan(SEED, Specimens.START, SECONDS);
      assertThat(runner.run("simulation", List.of(work)).good()).isEqualTo(1);
      SeisChain chain = new SeisChain(archive, Specimens.PROVENANCE, runner);
      assertThat(chain.run().total().broken()).isZero();
      for (Product product : archive.products()) {
        for (Payload payload : product.payloads()) {
          made.put(named(product, payload) + " of " + product.identity(), payload.sha256());
        }
      }
      Derivation again = Derivation.of(archive, chain.plan(), Progress.SILENT);
      assertThat(again.differing()).isEmpty();
      assertThat(again.notDerivable()).isEmpty();
    }
    assertThat(Files.exists(home)).isTrue();
    return made;
  }

  private static String named(Product product, Payload payload) {
    return product.recipe().name() + " " + product.recipe().version() + " " + payload.name();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seis/simulation", "seis/motion", "seis/detection", "seis/noise"})
  void theResultIsThatOfItsVersion(String recipe) {
    Map<String, String> now = new TreeMap<>();
    oneThread.forEach(
        (name, sha256) -> {
          if (name.startsWith(recipe + " ") && !name.contains(".png of ")) {
            now.put(name.substring(0, name.indexOf(" of ")), sha256);
          }
        });
    Map<String, String> golden = new TreeMap<>(GOLDEN);
    golden.keySet().removeIf(name -> !name.startsWith(recipe + " "));
    assertThat(now)
        .as("the result of " + recipe + " changed: give it a new version")
        .isEqualTo(golden);
  }

  @Test
  void theNumberOfThreadsChangesNeitherIdentityNorBytes() {
    assertThat(twoThreads).isEqualTo(oneThread);
  }

  @Test
  void picturesAreAmongWhatWasCompared() {
    assertThat(oneThread.keySet())
        .anyMatch(name -> name.startsWith("seis/spectrogram "))
        .anyMatch(name -> name.startsWith("seis/sol "));
  }
}
