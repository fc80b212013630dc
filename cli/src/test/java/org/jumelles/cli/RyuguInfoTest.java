package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ryugu info` of public files, against figures by other hands.
@Tag("oracle")
class RyuguInfoTest {
  @Test
  void salinasFromEitherFile() {
    for (String name : new String[] {"SalinasA_corrected.hdr", "SalinasA_corrected.img"}) {
      Shell shell = Shell.run("ryugu", "info", Shell.data("ryugu/envi/" + name), "--json");

      assertThat(shell.code()).isZero();
      JsonNode found = shell.json();
      assertThat(found.get("format").asString()).isEqualTo("ENVI");
      assertThat(found.get("lines").asInt()).isEqualTo(83);
      assertThat(found.get("samples").asInt()).isEqualTo(86);
      assertThat(found.get("bands").asInt()).isEqualTo(204);
      assertThat(found.get("type").asString()).isEqualTo("int16");
      assertThat(found.get("interleave").asString()).isEqualTo("bip");
      assertThat(found.get("axis_unit").asString()).isEqualTo("band");
      assertThat(found.get("sum").asLong()).isEqualTo(1_833_060_091);
      assertThat(found.get("min").asDouble()).isEqualTo(-9);
      assertThat(found.get("max").asDouble()).isEqualTo(8373);
    }
  }

  @Test
  void aRawFileWithCommentsInItsHeader() {
    Shell shell =
        Shell.run(
            "ryugu", "info", Shell.data("ryugu/envi/corn-kernel-hyperspectral.raw"), "--json");

    assertThat(shell.code()).isZero();
    assertThat(shell.json().get("interleave").asString()).isEqualTo("bil");
    assertThat(shell.json().get("axis_unit").asString()).isEqualTo("nm");
    assertThat(shell.json().get("bands").asInt()).isEqualTo(580);
  }

  @Test
  void theThermalImageIsTheSameByFitsAndByItsPds4Label() {
    String stem = "ryugu/pds4/github631/hyb2_tir_20180629_075501_l1";
    JsonNode fits = Shell.run("ryugu", "info", Shell.data(stem + ".fit"), "--json").json();
    JsonNode pds4 = Shell.run("ryugu", "info", Shell.data(stem + ".xml"), "--json").json();

    assertThat(fits.get("format").asString()).isEqualTo("FITS");
    assertThat(pds4.get("format").asString()).isEqualTo("PDS4");
    for (String key :
        List.of(
            "lines",
            "samples",
            "bands",
            "type",
            "interleave",
            "min",
            "max",
            "mean",
            "sigma",
            "sum")) {
      assertThat(pds4.get(key)).as(key).isEqualTo(fits.get(key));
    }
    assertThat(fits.get("lines").asInt()).isEqualTo(256);
    assertThat(fits.get("samples").asInt()).isEqualTo(384);
    assertThat(fits.get("min").asDouble()).isEqualTo(235.75);
    assertThat(fits.get("max").asDouble()).isEqualTo(3231.25);
    // the figures by another hand are sums in single precision
    assertThat(fits.get("mean").asDouble()).isCloseTo(1651.880859375, within(2e-5));
    assertThat(fits.get("sigma").asDouble()).isCloseTo(545.215087890625, within(5e-5));
  }

  @Test
  void aMeasuredSpectrumByItsPds4Label() {
    Shell shell =
        Shell.run("ryugu", "info", Shell.data("ryugu/pds4/relab/bmr1ls101.xml"), "--json");

    assertThat(shell.code()).isZero();
    assertThat(shell.json().get("bands").asInt()).isEqualTo(3424);
    assertThat(shell.json().get("axis_unit").asString()).isEqualTo("nm");
    assertThat(shell.json().get("axis_first").asDouble()).isEqualTo(1428.4);
    assertThat(shell.json().get("axis_last").asDouble()).isEqualTo(25050.2);
    assertThat(shell.json().get("min").asDouble()).isEqualTo(0.0089);
    assertThat(shell.json().get("max").asDouble()).isEqualTo(0.24636);
  }

  @Test
  void tablesOfProductsWithoutACube() {
    JsonNode lidar =
        Shell.run(
                "ryugu",
                "info",
                Shell.data("ryugu/pds4/github1130/hyb2_ldr_l0_aocsm_range_ts_20151219_v01.xml"),
                "--json")
            .json();
    JsonNode table = lidar.get("tables").get(0);
    assertThat(table.get("records").asInt()).isEqualTo(3758);
    assertThat(table.get("fields").size()).isEqualTo(25);
    JsonNode nirs3 =
        Shell.run(
                "ryugu",
                "info",
                Shell.data(
                    "ryugu/pds4/github1359/collection_hyb2_nirs3_sp_ard_data_iof_thermalcorr_v001.lblx"),
                "--json")
            .json();
    assertThat(nirs3.get("tables").get(0).get("records").asInt()).isEqualTo(83);
  }

  @Test
  void otherContainers() {
    is("ryugu/unmixing/samson_1.mat", "MATLAB", 95, 95, 156);
    is("ryugu/envi/netcdf.nc", "NetCDF-4", 11, 12, 10);
    is("ryugu/sp/SP_2C_02_02358_S138_E3586.spc", "PDS3", 38, 1, 296);
    is("ryugu/speclib/USGS_Mineral_Spectral_Library.sli", "ENVI library", 481, 1, 420);
    is("ryugu/speclib/1456045_00115.sed", "SED", 1, 1, 1024);
    is("ryugu/speclib/hylite_library.csv", "CSV", 57, 1, 450);
    is("ryugu/speclib/spy_tests_ecostress/a.spectrum.txt", "ECOSTRESS", 1, 1, 561);
    String relab = "ryugu/speclib/spy_tests_relab/data/mem/mm/bkr1mm074ws";
    is(relab + ".txt", "RELAB text", 1, 1, 2822);
    is(relab + ".asc", "RELAB table", 1, 1, 2822);
  }

  private static void is(String name, String format, int lines, int samples, int bands) {
    JsonNode found = Shell.run("ryugu", "info", Shell.data(name), "--json").json();
    assertThat(found.get("format").asString()).as(name).isEqualTo(format);
    assertThat(found.get("lines").asInt()).as(name).isEqualTo(lines);
    assertThat(found.get("samples").asInt()).as(name).isEqualTo(samples);
    assertThat(found.get("bands").asInt()).as(name).isEqualTo(bands);
  }

  @Test
  void convertedThroughEveryContainerAndBack(@TempDir Path folder) throws IOException {
    Path scene = Shell.data("ryugu/envi/SalinasA_corrected.img");
    Path before = scene;
    for (String name : List.of("a.bsq", "b.fits", "c.xml", "d.bil", "e.bip")) {
      Path after = folder.resolve(name);
      Shell shell = Shell.run("ryugu", "convert", before, after);
      assertThat(shell.code()).as(shell.err()).isZero();
      before = after;
    }
    assertThat(Files.mismatch(scene, folder.resolve("e.bip"))).isEqualTo(-1);
  }

  @Test
  void aLabelOfOursBreaksNoRuleButThatOfRegisteredIdentifiers(@TempDir Path folder) {
    Path schemas = Shell.data("ryugu/pds4/schema");
    Path label = folder.resolve("cube.xml");
    Shell.run("ryugu", "convert", Shell.data("ryugu/envi/circuit_4_100_150_um.hdr"), label);

    Shell shell = Shell.run("ryugu", "validate", label, "--schemas", schemas, "--json");

    assertThat(shell.json().get("schemas").size()).isEqualTo(2);
    assertThat(shell.json().get("defects").size()).isEqualTo(4);
    shell.json().get("defects").forEach(d -> assertThat(d.asString()).contains("urn:nasa:pds:"));
  }
}
