package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Brightness temperatures beside LBLRTM v12.17, from its layers and the same lines.
@Tag("oracle")
class IasiForwardTest {
  private static final String FOLDER = "iasi/lblrtm_us_standard/";

  @ParameterizedTest
  @CsvSource({
    "co, 2095:2235, cn0, 0.05, 0.2",
    "h2o1, 1205:1395, cn0, 0.05, 0.2",
    "h2o2, 1565:1895, cn0, 0.05, 0.2",
    "co, 2095:2235, cn1, 0.1, 0.3",
    "h2o1, 1205:1395, cn1, 0.1, 0.3",
    "h2o2, 1565:1895, cn1, 0.1, 0.3"
  })
  void isLblrtms(String name, String window, String continuum, double rms, double most)
      throws IOException {
    Path reference = Shell.data(FOLDER + name + "_us_standard_180_" + continuum + ".iasi.txt");
    List<Object> words =
        new java.util.ArrayList<>(
            List.of("iasi", "forward", "--json", "--window", window, "--lines"));
    words.add(Shell.data(FOLDER + "lines_used/" + name + "_window.par"));
    words.add("--layers");
    words.add(Shell.data(FOLDER + name + "_us_standard_180_" + continuum + ".layers.tape7"));
    if (continuum.equals("cn1")) {
      words.add("--continuum");
      words.add(Shell.data("iasi/mtckd/absco-ref_wv-mt-ckd.nc"));
    }
    Shell run = Shell.run(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode ours = run.json().get("brightness_temperature_k");
    List<String> rows =
        Files.readAllLines(reference).stream().filter(row -> !row.startsWith("#")).toList();
    assertThat(ours.size()).isEqualTo(rows.size());
    double squares = 0;
    double greatest = 0;
    for (int i = 0; i < rows.size(); i++) {
      double difference =
          ours.get(i).asDouble() - Double.parseDouble(rows.get(i).strip().split("\\s+")[2]);
      squares += difference * difference;
      greatest = Math.max(greatest, Math.abs(difference));
    }
    assertThat(Math.sqrt(squares / rows.size())).isLessThan(rms);
    assertThat(greatest).isLessThan(most);
  }

  @Test
  void filesThatOverlapAreRefusedUnlessInOrderOfPrecedence() {
    Object[] words = {
      "iasi",
      "forward",
      "--window",
      "1995:2005",
      "--csv",
      "--lines",
      Shell.data("iasi/lines/H2O_1500_2500.par") + "," + Shell.data("iasi/lines/H2O_1000_2000.par"),
      "--profile",
      Shell.data("iasi/profiles/afgl50/tropical.xy")
    };
    Shell refused = Shell.run(words);
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("H2O_1500_2500.par").contains("H2O_1000_2000.par");
    Object[] ordered = java.util.Arrays.copyOf(words, words.length + 1);
    ordered[words.length] = "--precedence";
    Shell run = Shell.run(ordered);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines().count()).isEqualTo(42);
  }

  @Test
  void badWordsAreUsageErrors() {
    for (String window : List.of("2000", "2100:2000", "a:b", "2000.1:2010", "0:100")) {
      Shell run =
          Shell.run(
              "iasi",
              "forward",
              "--window",
              window,
              "--lines",
              Shell.data(FOLDER + "lines_used/co_window.par"),
              "--profile",
              Shell.data("iasi/profiles/afgl50/tropical.xy"));
      assertThat(run.code()).as(window).isEqualTo(ExitCode.USAGE);
      assertThat(run.out()).isEmpty();
    }
  }
}
