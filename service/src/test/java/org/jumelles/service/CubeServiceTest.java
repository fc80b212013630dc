package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cube viewer's answers, the grain page and EPN-TAP over a real socket.
class CubeServiceTest {
  @TempDir static Path folder;
  private static @Nullable Running started;
  private static @Nullable Product cube;

  @BeforeAll
  static void start() throws Exception {
    started = new Running(folder);
    cube = GrainArchive.fill(started.archive(), folder.resolve("work"));
  }

  @AfterAll
  static void stop() throws Exception {
    Optional.ofNullable(started).orElseThrow().close();
  }

  private static Running running() {
    return Optional.ofNullable(started).orElseThrow();
  }

  private static String path() {
    return "/ryugu/cubes/" + Optional.ofNullable(cube).orElseThrow().identity().sha256Hex();
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.builder().build().readTree(running().get(path() + path).body());
  }

  @Test
  void aPixelHasItsNumbersItsHullAndTheBandThatIsInIt() throws Exception {
    JsonNode told = json("/spectrum?line=2&sample=3");
    int pixel = 2 * GrainArchive.SAMPLES + 3;
    for (int b = 0; b < GrainArchive.BANDS; b++) {
      double value = GrainArchive.value(pixel, b);
      assertThat(told.at("/value/" + b).asDouble()).isCloseTo(value, within(1e-8));
      assertThat(told.at("/sigma/" + b).asDouble()).isCloseTo(1e-4, within(1e-10));
      assertThat(told.at("/continuum/" + b).asDouble())
          .isCloseTo(0.02 + pixel * 1e-4, within(1e-8));
    }
    JsonNode oh = told.at("/bands/0");
    assertThat(oh.at("/name").asString()).isEqualTo("OH");
    assertThat(oh.at("/state").asString()).isEqualTo("fitted");
    assertThat(oh.at("/centre_um").asDouble()).isCloseTo(GrainArchive.CENTRE_UM, within(1e-5));
    assertThat(oh.at("/depth").asDouble()).isCloseTo(GrainArchive.DEPTH, within(1e-4));
    assertThat(oh.at("/centre_sigma_um").asDouble()).isPositive();
    assertThat(told.at("/notes").toString()).contains("CH").contains("carbonate");
  }

  @Test
  void aRegionIsAMeanAndItsSigmaFalls() throws Exception {
    JsonNode told = json("/spectrum?line=3&sample=5&to_line=2&to_sample=2");
    assertThat(told.at("/pixels").asInt()).isEqualTo(8);
    assertThat(told.at("/line").asInt()).isEqualTo(2);
    double middle = (2 * 8 + 3.5 + 3 * 8 + 3.5) / 2;
    assertThat(told.at("/continuum/0").asDouble()).isCloseTo(0.02 + middle * 1e-4, within(1e-8));
    assertThat(told.at("/sigma/9").asDouble())
        .isCloseTo(GrainArchive.SIGMA / Math.sqrt(8), within(1e-10));
  }

  @Test
  void whatIsNoNumberIsNullAndCounted() throws Exception {
    JsonNode told = json("/spectrum?line=0&sample=0");
    assertThat(told.at("/value/0").isNull()).isTrue();
    assertThat(told.at("/continuum/7").isNull()).isTrue();
    assertThat(told.at("/count/0").asInt()).isZero();
    assertThat(told.at("/bands/0/state").asString()).isEqualTo("no data");
    assertThat(json("/band?band=1").at("/pixels_missing").asInt()).isEqualTo(1);
  }

  @Test
  void theImageHasAPixelAPixelAndBlanksWhereThereIsNoNumber() throws Exception {
    var image =
        ImageIO.read(new ByteArrayInputStream(running().get(path() + "/image?band=5").body()));
    assertThat(image.getWidth()).isEqualTo(GrainArchive.SAMPLES);
    assertThat(image.getHeight()).isEqualTo(GrainArchive.LINES);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(image.getRGB(1, 0) >>> 24).isEqualTo(255);
    assertThat(json("/info").at("/pixel_um").asDouble()).isEqualTo(22.5);
  }

  @Test
  void figuresArePngAndPdf() throws Exception {
    byte[] png = running().get(path() + "/spectrum.png?line=2&sample=3").body();
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1600);
    byte[] pdf = running().get(path() + "/spectrum.pdf?line=2&sample=3").body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(running().get(path() + "/spectrum.png?line=0&sample=0").statusCode()).isEqualTo(422);
  }

  @Test
  void whatCannotBeAnsweredSaysWhy() throws Exception {
    Map<String, String> bad =
        Map.of(
            "/spectrum?line=6&sample=0", "not a whole number from 0 to 5",
            "/spectrum?line=1", "which sample",
            "/spectrum?line=1&sample=1&sample=2", "given twice",
            "/spectrum?line=1&sample=NaN", "NaN",
            "/spectrum?line=1&sample=1&x=%3Cscript%3E", "no parameter",
            "/image?band=0", "from 1 to 101",
            "/image?file=..%2Fcatalogue.db", "no file");
    for (Map.Entry<String, String> one : bad.entrySet()) {
      var answer = running().get(path() + one.getKey());
      assertThat(answer.statusCode()).as(one.getKey()).isBetween(400, 404);
      assertThat(Running.text(answer)).contains(one.getValue());
    }
  }

  @Test
  void theGrainPageTellsMassesLoansAndAnalyses() throws Exception {
    String page = Running.text(running().get("/ryugu/samples/A0001"));
    assertThat(page).contains("0.5000 ± 0.1732 mg").contains("mass is missing").contains("N1");
    String child = Running.text(running().get("/ryugu/samples/A0001-1"));
    assertThat(child).contains("overdue").contains("A &lt;laboratory&gt; &amp; sons");
    assertThat(running().get("/ryugu/samples/%3Cb%3E").statusCode()).isEqualTo(404);
  }

  private static String tap(String query) {
    return "/tap/sync?LANG=ADQL&QUERY=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Test
  void hostileQueriesAreRefusedWithAReason() throws Exception {
    for (String query :
        new String[] {
          "",
          "DROP TABLE epn_core",
          "SELECT * FROM epn_core; DELETE FROM epn_core",
          "SELECT nothing FROM epn_core",
          "SELECT * FROM sqlite_master",
          "SELECT * FROM epn_core WHERE target_name = 1",
          "SELECT * FROM epn_core WHERE 'a",
          "SELECT * FROM epn_core WHERE " + "(".repeat(500) + "c1min=1" + ")".repeat(500),
          "SELECT * FROM epn_core WHERE " + "NOT ".repeat(900) + "c1min=1",
          "SELECT * FROM epn_core, epn_core",
          "SELECT sin(c1min) FROM epn_core",
          "SELECT * FROM epn_core WHERE c1min = (SELECT 1)",
          "SELECT TOP -1 * FROM epn_core",
          "SELECT * FROM epn_core WHERE c1min = NULL",
          "SELECT \u0000",
          "SELECT * FROM epn_core x y"
        }) {
      var answer = running().get(tap(query));
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(Running.text(answer)).contains("name=\"QUERY_STATUS\" value=\"ERROR\">");
    }
    assertThat(Running.text(running().post("/tap/sync", "x"))).contains("ERROR");
  }

  /// Of every granule, those parameters of EPN-TAP 2.0 that always have a value; not the class of a
  /// product or target that is not known.
  @Test
  void everyGranuleHasWhatTheStandardAsksOfAll() throws Exception {
    String asked =
        "SELECT granule_uid FROM epn_core WHERE granule_gid IS NULL OR obs_id IS NULL"
            + " OR spatial_frame_type IS NULL OR service_title IS NULL"
            + " OR creation_date IS NULL OR modification_date IS NULL OR release_date IS NULL";
    assertThat(Running.text(running().get(tap(asked)))).contains("OK").doesNotContain("<TD>");
    String schema = "SELECT granule_uid FROM epn_core WHERE service_title = 'jumelles'";
    assertThat(Running.text(running().get(tap(schema)))).contains("<TD>");
  }

  /// By the table of levels of EPN-TAP 2.0, 2.1.2: 2 raw, 3 calibrated, 5 derived, 6 ancillary; and
  /// a quantity only where a file holds one.
  @Test
  void levelsAndQuantitiesAreThoseOfTheStandard() throws Exception {
    for (String one :
        List.of(
            "granule_gid = 'ryugu/reflectance' AND processing_level = 3"
                + " AND measurement_type = 'phys.reflectance' AND dataproduct_type = 'sc'",
            "dataproduct_type = 'ts' AND processing_level = 2 AND measurement_type = 'phys.veloc;stat.uncalib'",
            "granule_gid = 'seis/detection' AND dataproduct_type = 'ca' AND processing_level = 5"
                + " AND measurement_type IS NULL",
            "file_name = 'station.xml' AND processing_level = 6 AND measurement_type IS NULL")) {
      String asked = "SELECT granule_uid FROM epn_core WHERE " + one;
      assertThat(Running.text(running().get(tap(asked)))).as(one).contains("<TD>");
    }
    String none =
        "SELECT granule_uid FROM epn_core WHERE processing_level IN (1, 4)"
            + " OR dataproduct_type IS NULL";
    assertThat(Running.text(running().get(tap(none)))).contains("OK").doesNotContain("<TD>");
  }

  /// Its list of UCD words is older than `pos.bodyrc.lon`, so longitudes are not asked for.
  @Test
  void astropyReadsTheTableAndFindsTheCube() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(
        Files.isExecutable(python) && run(python, "import astropy.io.votable") == 0,
        "needs /usr/bin/python3 with astropy");
    String query =
        "SELECT granule_uid, spectral_range_min, spectral_range_max, c2min"
            + " FROM epn_core WHERE target_class = 'sample' AND processing_level = 3 AND file_name LIKE 'refl%.hdr'";
    Path table = folder.resolve("table.xml");
    Files.write(table, running().get(tap(query)).body());
    String script =
        """
        import numpy as np
        from astropy.io.votable import parse
        v = parse(r'%s', verify='exception')
        assert v.version == '1.4', v.version
        t = v.get_first_table().to_table()
        assert len(t) == 1 and t['granule_uid'][0] == '%s', t
        c = 299792458.0
        assert np.isclose(t['spectral_range_max'][0], c / 2.4e-6, rtol=1e-6), t
        assert np.isclose(t['spectral_range_min'][0], c / 3.4e-6, rtol=1e-6), t
        assert str(t['spectral_range_min'].unit) == 'Hz'
        assert t['c2min'].mask[0] or np.isnan(t['c2min'][0])
        """
            .formatted(table, Optional.ofNullable(cube).orElseThrow().identity());
    assertThat(run(python, script)).isZero();
  }

  /// VOUnits, UCDs, descriptions, and no minimum above its maximum, of every column.
  @Test
  void everyColumnHasAUnitAndWordsThatAstropyKnows() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(
        Files.isExecutable(python) && run(python, "import astropy.io.votable") == 0,
        "needs /usr/bin/python3 with astropy");
    Path table = folder.resolve("all.xml");
    Files.write(table, running().get(tap("SELECT * FROM epn_core")).body());
    Path script = Path.of("src/test/resources/tap/check_epn_core.py").toAbsolutePath();
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(python.toString(), "-W", "ignore", script.toString(), table.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Files.readString(said)).contains(" columns").doesNotContain(" 0 rows");
  }

  private static int run(Path python, String script) throws Exception {
    Process process =
        new ProcessBuilder(python.toString(), "-W", "ignore", "-c", script).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
