package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.MOTION;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.SECONDS;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.START;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.STATION;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.SUBJECT;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.channels;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.sentences;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.tally;

import java.nio.file.Path;
import java.util.List;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.run.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chain over an archive that grows as real ones do: late, in parts, and incomplete.
class SeisChainTest {
  @TempDir Path folder;
  private GrowingArchive grown;

  @BeforeEach
  void open() throws Exception {
    grown = new GrowingArchive(folder);
  }

  @AfterEach
  void close() throws Exception {
    grown.close();
  }

  @Test
  void threeComponentsWithAnInventoryBecomeUpNorthAndEast() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = grown.run();
    assertThat(report.granules()).extracting(Granule::subject).containsExactly(SUBJECT);
    assertThat(tally(report, "seis/motion").made()).isEqualTo(1);
    assertThat(channels(grown.archive().entries(MOTION))).containsExactly("BHE", "BHN", "BHZ");
    assertThat(grown.only("seis/detection").parameters()).containsEntry("channel", STATION + "Z");
    assertThat(grown.only("seis/spectrogram").title()).contains(SUBJECT);
    assertThat(grown.only("seis/sol").title()).contains(SUBJECT);
  }

  @Test
  void aLateFileOfTheSameSolMakesNewVersionsAndOnlyTheyAnswer() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UVW", START, SECONDS);
    grown.run();
    Product motion = grown.only("seis/motion");
    Product detection = grown.only("seis/detection");
    grown.takeNoise("UVW", Specimens.after(START, SECONDS), SECONDS);
    SeisChain.Report second = grown.run();
    assertThat(tally(second, "seis/motion").made()).isEqualTo(1);
    Product newer = grown.only("seis/motion");
    assertThat(newer.identity()).isNotEqualTo(motion.identity());
    assertThat(newer.inputs()).containsAll(motion.inputs());
    assertThat(grown.only("seis/detection").identity()).isNotEqualTo(detection.identity());
    assertThat(grown.only("seis/detection").inputs()).containsExactly(newer.identity());
    assertThat(grown.archive().entries(MOTION))
        .extracting(Found::product)
        .containsOnly(newer.identity());
    assertThat(grown.archive().find(motion.identity())).contains(motion);
    grown.only("seis/spectrogram");
    grown.only("seis/sol");
    for (Found picture : grown.archive().entries(Query.all("picture"))) {
      Product shown = grown.archive().find(picture.product()).orElseThrow();
      assertThat(shown.inputs()).contains(newer.identity());
    }
  }

  @Test
  void anInventoryThatComesLaterTurnsARawSearchIntoACalibratedOne() throws Exception {
    grown.takeNoise("UVW", START, SECONDS);
    SeisChain.Report first = grown.run();
    assertThat(tally(first, "seis/motion").planned()).isZero();
    assertThat(tally(first, "seis/detection").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(first, "seis/detection")).getFirst()).contains("no response");
    Product raw = grown.only("seis/detection");
    grown.takeInventory(Specimens.inventory());
    SeisChain.Report second = grown.run();
    assertThat(tally(second, "seis/motion").made()).isEqualTo(1);
    assertThat(tally(second, "seis/detection").good()).isEqualTo(1);
    assertThat(grown.only("seis/detection").identity()).isNotEqualTo(raw.identity());
    assertThat(grown.only("seis/detection").inputs())
        .containsExactly(grown.only("seis/motion").identity());
    grown.only("seis/spectrogram");
  }

  @Test
  void aGapInTheMiddleStaysAGap() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UVW", START, SECONDS);
    grown.takeNoise("UVW", Specimens.after(START, SECONDS + 300), SECONDS);
    SeisChain.Report report = grown.run();
    assertThat(tally(report, "seis/motion").made()).isEqualTo(1);
    List<Found> up =
        grown.archive().entries(MOTION).stream()
            .filter(found -> found.entry().key().endsWith("_Z"))
            .toList();
    assertThat(up).hasSize(2);
    assertThat(up.get(0).entry().span().end()).isLessThan(Specimens.after(START, SECONDS + 1));
    assertThat(up.get(1).entry().span().start())
        .isGreaterThan(Specimens.after(START, SECONDS + 299));
  }

  @Test
  void aGapInOneComponentIsTold() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("VW", START, 2 * SECONDS + 300);
    grown.takeNoise("U", START, SECONDS);
    grown.takeNoise("U", Specimens.after(START, SECONDS + 300), SECONDS);
    SeisChain.Report report = grown.run();
    Tally motion = tally(report, "seis/motion");
    assertThat(motion.doubtful()).isEqualTo(1);
    assertThat(channels(grown.archive().entries(MOTION))).containsExactly("BHE", "BHN", "BHZ");
    assertThat(sentences(motion))
        .anyMatch(sentence -> sentence.contains("300.0 s of BHV are left out"));
  }

  @Test
  void twoOfThreeComponentsStayAlongTheSensorsAxes() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UW", START, SECONDS);
    SeisChain.Report report = grown.run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("2 of three"));
    assertThat(channels(grown.archive().entries(MOTION))).containsExactly("BHU", "BHW");
    assertThat(grown.only("seis/detection").parameters()).containsEntry("channel", STATION + "U");
  }

  /// A component too short to calibrate must not take the two others with it.
  @Test
  void aThirdComponentTooShortLeavesTheOthers() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UW", START, SECONDS);
    grown.takeNoise("V", START, 60);
    SeisChain.Report report = grown.run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("too short"));
    assertThat(channels(grown.archive().entries(MOTION))).containsExactly("BHU", "BHW");
  }

  @Test
  void withoutAzimuthNothingIsTurned() throws Exception {
    grown.takeInventory(Specimens.inventory().replaceAll("(?s)<Azimuth[^>]*>.*?</Azimuth>", ""));
    grown.takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = grown.run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("not turned"));
    assertThat(channels(grown.archive().entries(MOTION))).containsExactly("BHU", "BHV", "BHW");
  }

  @Test
  void anInventoryOfAnotherTimeOrStationIsNoInventory() throws Exception {
    grown.takeInventory(Specimens.inventory().replace("SIMLY", "OTHER"));
    grown.takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = grown.run();
    assertThat(tally(report, "seis/motion").planned()).isZero();
    assertThat(tally(report, "seis/detection").doubtful()).isEqualTo(1);
  }

  @Test
  void anEmptyArchiveIsNoWork() throws Exception {
    SeisChain.Report report = grown.run();
    assertThat(report.granules()).isEmpty();
    assertThat(report.total()).isEqualTo(Tally.NOTHING);
  }
}
