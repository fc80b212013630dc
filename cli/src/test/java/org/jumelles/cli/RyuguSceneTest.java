package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// SalinasA; the figures but the first three are NumPy's, by its own covariance and inverse.
class RyuguSceneTest {
  @TempDir private Path folder;

  private static Path scene() {
    return Shell.data("ryugu/envi/SalinasA_corrected.hdr");
  }

  private static JsonNode json(Object... words) {
    Shell shell = Shell.run(words);
    assertThat(shell.code()).as(shell.err()).isZero();
    return shell.json();
  }

  @Test
  void findsTheEigenvaluesOfSalinasA() {
    JsonNode pca = json("ryugu", "pca", scene(), "--json");
    assertThat(pca.get("trace").asDouble()).isCloseTo(40_788_240.69, within(0.005));
    assertThat(pca.get("eigenvalues").get(0).asDouble()).isCloseTo(37_527_655.99, within(0.005));
    assertThat(pca.get("eigenvalues").get(1).asDouble()).isCloseTo(2_685_735.863, within(5e-4));
    JsonNode mnf = json("ryugu", "mnf", scene(), "--json");
    assertThat(mnf.get("eigenvalues").get(0).asDouble()).isCloseTo(160.70629, within(1e-4));
    assertThat(mnf.get("eigenvalues").get(1).asDouble()).isCloseTo(119.88093, within(1e-4));
  }

  @Test
  void findsTheAnomalyOfSalinasA() {
    JsonNode rx = json("ryugu", "rx", scene(), "--json");
    assertThat(rx.get("max").asDouble()).isCloseTo(7134.86138, within(1e-4));
    assertThat(rx.get("at").get(0).asInt()).isEqualTo(12);
    assertThat(rx.get("at").get(1).asInt()).isEqualTo(14);
    assertThat(rx.get("mean").asDouble()).isCloseTo(204 * 7137 / 7138.0, within(1e-9));
  }

  @Test
  void whatIsFoundServesToUnmix() {
    for (String method : new String[] {"vca", "nfindr", "ppi"}) {
      Path out = folder.resolve(method + ".hdr");
      JsonNode found =
          json(
              "ryugu",
              "endmembers",
              scene(),
              "--count",
              "4",
              "--method",
              method,
              "-o",
              out,
              "--json");
      assertThat(found.get("at").size()).isEqualTo(4);
      JsonNode mixed = json("ryugu", "unmix", scene(), "--endmembers", out, "--json");
      assertThat(mixed.get("condition_number").asDouble())
          .isCloseTo(found.get("condition_number").asDouble(), within(1e-3));
      assertThat(mixed.get("unsolved").asInt()).isZero();
    }
  }

  @Test
  void namesABandThatDoesNotVary() throws IOException {
    Path flat = TestCubes.write(folder, "flat", 4, "1 5  2 5  4 5  3 5", "");
    Shell rx = Shell.run("ryugu", "rx", flat);
    assertThat(rx.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(rx.err()).contains("good band 2").contains("does not vary at all");
    Path none = TestCubes.write(folder, "none", 2, "NaN 5  2 NaN", "");
    Shell pca = Shell.run("ryugu", "pca", none);
    assertThat(pca.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pca.err()).contains("none.hdr").contains("two or more");
  }
}
