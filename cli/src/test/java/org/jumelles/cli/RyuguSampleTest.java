package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ryugu sample ...` on the examples that are shipped.
class RyuguSampleTest {
  private static final Path EXAMPLES = Path.of("../docs/examples");

  @TempDir private Path folder = Path.of("");

  private Shell sample(Object... words) {
    Object[] all = new Object[words.length + 4];
    all[0] = "ryugu";
    all[1] = "sample";
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "--archive";
    all[words.length + 3] = folder.resolve("grains");
    return Shell.run(all);
  }

  @Test
  void theTotalsOfRyuguBalance() {
    Shell taken = sample("import", EXAMPLES.resolve("ryugu-totals.csv"), "--json");
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.json().get("good").asInt()).isEqualTo(3);
    JsonNode balance = sample("balance", "Ryugu", "--json").json();
    assertThat(balance.get("unaccounted_mg").asDouble()).isCloseTo(162, within(1e-9));
    assertThat(balance.get("sigma_mg").asDouble()).isCloseTo(217.02995, within(1e-5));
    assertThat(balance.get("verdict").asString()).isEqualTo("consistent with zero");
    assertThat(sample("balance", "Ryugu").out()).contains("unaccounted").contains("+-217.03");
  }

  @Test
  void aGrainIsShownWithAllThatFollowed() {
    Path file = EXAMPLES.resolve("grain-ledger.yaml");
    assertThat(sample("import", file).code()).isZero();
    assertThat(sample("import", file, "--json").json().get("known").asInt()).isEqualTo(19);
    JsonNode shown = sample("show", "X0000-001-fib1", "--json").json();
    assertThat(shown.get("condition").asString())
        .isEqualTo("exposed to air since 2022-09-01 as X0000-001");
    JsonNode lineage = sample("lineage", "X0000", "--json").json();
    assertThat(lineage.get("descendants").size()).isEqualTo(5);
    assertThat(lineage.get("descendants").get(3).get("depth").asInt()).isEqualTo(3);
    assertThat(sample("lineage", "X0000-001-fib1").out()).contains("^ X0000  particle");
    JsonNode loans = sample("loans", "--on", "2024-05-01", "--json").json();
    assertThat(loans.get("overdue").asInt()).isEqualTo(1);
    assertThat(sample("loans", "--on", "2023-05-01").out()).contains("in 61 days");
    assertThat(sample("loans", "--on", "May").code()).isEqualTo(2);
    assertThat(sample("show", "Y0000").code()).isEqualTo(2);
    assertThat(sample("show").out()).contains("X0000-002");
  }

  @Test
  void aPixelIsFoundInAnotherImageAndBack() {
    assertThat(sample("import", EXAMPLES.resolve("grain-ledger.yaml")).code()).isZero();
    JsonNode there =
        sample("locate", "X0000-micromega", "101.5,81.5", "X0000-microscope", "--json").json();
    assertThat(there.get("line").asDouble()).isCloseTo(473.2, within(3.0));
    assertThat(there.get("line_sigma").asDouble()).isBetween(0.5, 2.5);
    assertThat(there.get("inside").asBoolean()).isTrue();
    assertThat(there.get("steps").get(0).get("residuals").size()).isEqualTo(5);
    String spot = there.get("line").asDouble() + "," + there.get("sample").asDouble();
    JsonNode back = sample("locate", "X0000-microscope", spot, "X0000-micromega", "--json").json();
    assertThat(back.get("line").asDouble()).isCloseTo(101.5, within(1e-9));
    assertThat(back.get("sample").asDouble()).isCloseTo(81.5, within(1e-9));
    Shell nowhere = sample("locate", "X0000-microscope", "1,2", "X0000-sem");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("no image 'X0000-sem'");
    assertThat(sample("locate", "X0000-microscope", "one", "X0000-micromega").code()).isEqualTo(2);
  }

  @Test
  void whatIsWrongIsRefusedWithItsPlaceAndTheRestIsKept() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(
        file,
        """
        name,form,parents,mass_mg,sigma_mg
        P,grain,Q,1,0.1
        Q,grain,P,1,0.1
        R,grain,,-1,0.1
        S,grain,,2,0.1
        """);
    Shell taken = sample("import", file, "--json");
    assertThat(taken.code()).isEqualTo(3);
    assertThat(taken.json().get("good").asInt()).isEqualTo(1);
    assertThat(taken.json().get("refused").asInt()).isEqualTo(3);
    assertThat(taken.err())
        .contains("line 2, column 9: parents: a circle: P from Q from P")
        .contains("line 4, column 10: mass_mg: a negative mass, -1")
        .doesNotContain("\tat ");
    assertThat(sample("show").out()).startsWith("S ").hasLineCount(1);
    assertThat(sample("import", folder.resolve("none.csv")).code()).isEqualTo(3);
  }
}
