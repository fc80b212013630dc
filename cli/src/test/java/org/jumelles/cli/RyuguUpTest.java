package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real cubes through `up`: as many as there are, with the figures that other programs found.
class RyuguUpTest {
  @TempDir Path folder;

  private Map<String, JsonNode> up(Path data, Path archive) {
    Shell run = Shell.run("up", data, "--archive", archive, "--once", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode document = run.json();
    assertThat(document.get("products").get("broken").asInt()).isZero();
    assertThat(document.get("products").get("refused").asInt()).isZero();
    assertThat(document.get("files").get("refused").asInt()).isZero();
    Map<String, JsonNode> cubes = new HashMap<>();
    for (JsonNode cube : document.get("cubes")) {
      cubes.put(cube.get("cube").asString(), cube.get("found"));
    }
    return cubes;
  }

  @Test
  void cubesOfEnviAreEachTheirOwn() {
    Map<String, JsonNode> cubes = up(Shell.data("ryugu/envi"), folder.resolve("archive"));
    JsonNode salinas = cubes.get("SalinasA_corrected.hdr");
    assertThat(salinas.get("sum").asLong()).isEqualTo(1_833_060_091L);
    assertThat(salinas.get("min").asInt()).isEqualTo(-9);
    assertThat(salinas.get("max").asInt()).isEqualTo(8373);
    // The headers of these two are equal, byte for byte.
    double whole = 0.792811;
    assertThat(cubes.get("caltech_4_100_150_nm.hdr").get("max").asDouble())
        .isCloseTo(whole, within(1e-6));
    assertThat(cubes.get("caltech_4_100_150_nm_continuum_removed").get("max").asDouble())
        .isEqualTo(1);
    Shell again = Shell.run("verify", "--derive", "--archive", folder.resolve("archive"));
    assertThat(again.code()).as(again.out() + again.err()).isZero();
  }

  /// RELAB's three forms, records of the USGS with their wavelengths elsewhere, CSV, SED, ECOSTRESS
  /// and ENVI: of each something is found, and made again it is the same.
  @Test
  void spectraInTextsAreLibraries() {
    Path archive = folder.resolve("archive");
    Shell run =
        Shell.run("up", Shell.data("ryugu/speclib"), "--archive", archive, "--once", "--json");
    assertThat(run.json().get("files").get("refused").asInt()).isZero();
    assertThat(run.json().get("products").get("refused").asInt()).isZero();
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode one : run.json().get("libraries")) {
      found.put(one.get("library").asString(), one.get("found"));
    }
    assertThat(found).hasSize(16);
    for (String name : List.of("bkr1mm074ws.asc", "bkr1mm074ws.txt")) {
      JsonNode relab = found.get(name);
      assertThat(relab.get("bands").asInt()).isEqualTo(2822);
      // In NH's window too lies its flank, as wide as the window: SciPy's fit between the same
      // bounds ends at full width 0.23 um as well.
      assertThat(relab.get("NH at bound").asInt()).isEqualTo(1);
      // Hydroxyl's edge, running on into water's band: SciPy's deepest dip in the window too, a sum
      // of squares of 0.00606.
      assertThat(relab.get("OH fitted").asInt()).isEqualTo(1);
    }
    JsonNode usgs = found.get("liba_Material_a_b0_0_ASDFRa_AREF.txt");
    assertThat(usgs.get("axis_unit").asString()).isEqualTo("um");
    assertThat(usgs.get("axis_first").asDouble()).isCloseTo(0.35, within(1e-6));
    assertThat(found.get("libc_MaterialD_1_ASDFRa_AREF.txt").get("axis_unit").asString())
        .isEqualTo("band");
    assertThat(found.get("hylite_library.csv").get("spectra").asInt()).isEqualTo(57);
    Shell again = Shell.run("verify", "--derive", "--archive", archive);
    assertThat(again.code()).as(again.out() + again.err()).isZero();
  }

  @Test
  void aLabelOfRyuguSaysWhoseItIs() throws Exception {
    Path archive = folder.resolve("archive");
    Map<String, JsonNode> cubes = up(Shell.data("ryugu/pds4/github631"), archive);
    JsonNode tir = cubes.get("urn:jaxa:darts:hyb2_tir:data_raw:hyb2_tir_20180629_075501_l1");
    // The label's figures are of float32.
    assertThat((float) tir.get("mean").asDouble()).isEqualTo(1651.880859375f);
    assertThat((float) tir.get("sigma").asDouble()).isEqualTo(545.215087890625f);
    assertThat(tir.get("target").asString()).isEqualTo("(162173) Ryugu");
    try (var files = Files.walk(archive.resolve("store"))) {
      List<Path> histories = files.filter(file -> file.endsWith("product.json")).toList();
      assertThat(histories)
          .anySatisfy(
              file -> assertThat(Files.readString(file)).containsPattern("programme.{0,6}Ryugu"));
    }
  }
}
