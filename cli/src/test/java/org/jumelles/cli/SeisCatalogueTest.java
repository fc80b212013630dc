package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.cli.answer.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeisCatalogueTest {
  private static final String CSV =
      """
      name,origin_time,type,located,distance_deg,azimuth_field_deg,start,end
      S1,2022-05-04T23:23:07,BROADBAND,1,37.0,101.0,2022-05-04T23:27:45,2022-05-05T00:27:45
      S2,2022-05-05T23:23:07,2.4_HZ,0,,,2022-05-05T23:27:45,2022-05-05T23:37:45
      """;

  @TempDir Path folder;

  @Test
  void aTableBecomesQuakeMlAndIsFoundInItself() throws Exception {
    Path csv = Files.writeString(folder.resolve("one.csv"), CSV);
    Path xml = folder.resolve("one.xml");
    assertThat(
            Shell.run("seis", "catalogue", "convert", csv, "-o", xml, "--format", "quakeml").code())
        .isZero();
    Shell compared = Shell.run("seis", "catalogue", "compare", xml, csv, "--json");
    assertThat(compared.code()).isZero();
    assertThat(compared.json().get("matched").asInt()).isEqualTo(2);
    assertThat(compared.json().get("missed").asInt()).isZero();
    assertThat(compared.json().get("type_same").asInt()).isEqualTo(2);
  }

  /// By the ending alone the same bytes as by name; an ending that tells nothing is a usage error.
  @Test
  void theEndingOfTheFileTellsTheFormat() throws Exception {
    Path csv = Files.writeString(folder.resolve("one.csv"), CSV);
    String[][] endings = {
      {"a.xml", "quakeml"},
      {"a.qml", "quakeml"},
      {"a.csv", "csv"},
      {"a.geojson", "geojson"},
      {"A.JSON", "geojson"},
      {"a.vot", "epntap"}
    };
    for (String[] ending : endings) {
      Path told = folder.resolve("told-" + ending[0]);
      Path found = folder.resolve("found-" + ending[0]);
      Shell.run("seis", "catalogue", "convert", csv, "-o", told, "--format", ending[1]);
      Shell shell = Shell.run("seis", "catalogue", "convert", csv, "-o", found, "--json");
      assertThat(shell.code()).as(shell.err()).isZero();
      assertThat(shell.json().get("format").asString()).isEqualTo(ending[1]);
      assertThat(found).hasSameBinaryContentAs(told);
    }
    Shell unknown = Shell.run("seis", "catalogue", "convert", csv, "-o", folder.resolve("events"));
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("say --format").doesNotContain("\tat ");
    assertThat(folder.resolve("events")).doesNotExist();
  }

  @Test
  void aMapHasAnEpicentreOnlyWhereThereIsOne() throws Exception {
    Path csv = Files.writeString(folder.resolve("one.csv"), CSV);
    Path map = folder.resolve("map.geojson");
    assertThat(
            Shell.run("seis", "catalogue", "convert", csv, "-o", map, "--format", "geojson").code())
        .isZero();
    assertThat(map)
        .content()
        .contains("\"FeatureCollection\"")
        .containsPattern("\"geometry\"\\s*:\\s*null")
        .containsPattern("171\\.8|171\\.9");
  }

  @Test
  void whatIsNoCatalogueIsRefusedWithItsLine() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n");
    Shell shell = Shell.run("seis", "catalogue", "compare", bad, bad);
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("bad.csv").contains("origin_time");
  }

  /// An oracle of a kind: the service's own file beside its own table of three years later.
  @Test
  void theServicesFileIsFoundInItsTable() {
    Path xml = Shell.data("seis/catalogue/catalog_20191002.xml");
    Path csv = Shell.data("seis/catalogue/mqs_v14_events.csv");
    Shell shell = Shell.run("seis", "catalogue", "compare", xml, csv, "--json");
    assertThat(shell.code()).isZero();
    assertThat(shell.json().get("matched").asInt()).isGreaterThan(120);
  }
}
