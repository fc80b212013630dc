package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.SECONDS;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.START;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.STATION;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.tally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.Specimens;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.seis.noise.NoiseCsv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Noise statistics of a granule, kept by the chain.
class NoiseRecipeTest {
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

  private LevelCounts counts(Product product, String channel) throws Exception {
    Map<String, LevelCounts> read =
        NoiseCsv.read(
            "noise.csv",
            Files.readAllLines(grown.archive().path(product.identity(), NoiseRecipe.PAYLOAD)));
    return Optional.ofNullable(read.get(channel)).orElseThrow();
  }

  /// Twenty minutes of three components, from 02:00 of the local clock: three segments of each.
  @Test
  void allComponentsAreCountedByLocalHour() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.takeNoise("UVW", START, SECONDS);
    assertThat(tally(grown.run(), "seis/noise").good()).isEqualTo(1);
    Product noise = grown.only("seis/noise");
    assertThat(noise.payloads())
        .extracting(Payload::name)
        .containsExactly("noise.csv", "noise.png", "noise-by-hour.png");
    assertThat(noise.entries())
        .extracting(entry -> entry.attributes().get("channel"))
        .containsExactly(STATION + "E", STATION + "N", STATION + "Z");
    assertThat(noise.entries().getFirst().attributes())
        .containsEntry("unit", "m/s^2")
        .containsEntry("segments", "3");
    LevelCounts up = counts(noise, STATION + "Z");
    // The mission's hour is 2.7 % longer than 3,600 s.
    assertThat(up.segments(1) + up.segments(2)).isEqualTo(3);
    assertThat(up.segments(12)).isZero();
    assertThat(noise.inputs()).containsExactly(grown.only("seis/motion").identity());
  }

  /// White noise of 50 counts at 20 Hz has 10 log10(2 x 50^2 / 20) = 24.0 dB.
  @Test
  void countsWithoutAResponseKeepTheirUnit() throws Exception {
    grown.takeNoise("U", START, SECONDS);
    grown.run();
    Product noise = grown.only("seis/noise");
    assertThat(noise.entries()).singleElement().satisfies(NoiseRecipeTest::isOfCounts);
    LevelCounts counts = counts(noise, STATION + "U").pooled();
    assertThat(counts.percentile(0, 50)[40])
        .isCloseTo(10 * Math.log10(2 * 50 * 50 / 20.0), within(1.0));
  }

  private static void isOfCounts(Entry entry) {
    assertThat(entry.attributes()).containsEntry("unit", "count").containsEntry("segments", "3");
  }

  @Test
  void whatIsShorterThanASegmentIsNoWork() throws Exception {
    grown.takeNoise("U", START, 300);
    assertThat(tally(grown.run(), "seis/noise").planned()).isZero();
  }

  @Test
  void aLateFileMakesANewVersionThatAloneAnswers() throws Exception {
    grown.takeNoise("U", START, SECONDS);
    grown.run();
    Product before = grown.only("seis/noise");
    grown.takeNoise("U", Specimens.after(START, SECONDS), SECONDS);
    grown.run();
    Product after = grown.only("seis/noise");
    assertThat(after.identity()).isNotEqualTo(before.identity());
    assertThat(counts(after, STATION + "U").allSegments()).isEqualTo(7);
  }
}
