package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.SECONDS;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.START;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.STATION;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.burst;

import org.jumelles.seis.body.Body;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.Specimens;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.simulation.Truth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the chain takes for an event: no glitch, one across midnight, no gust.
class ChainEventsTest {
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

  /// Two hours of noise with forty glitches and one quake.
  @Test
  void aGlitchIsNoEvent() throws Exception {
    Simulation.Settings settings = new Simulation.Settings(7, START, 173.2, 7200, 1, 20, 0);
    Simulation simulation = Simulation.of(settings);
    assertThat(simulation.truth().glitches()).hasSize(40);
    grown.takeInventory(Specimens.inventory());
    for (Simulation.Channel channel : simulation.channels()) {
      byte[] bytes =
          Specimens.counts(
              STATION.substring(0, STATION.length() - 2) + channel.code(),
              START,
              Simulation.SAMPLING_RATE_HZ,
              channel.counts());
      grown.take(channel.code() + ".mseed", bytes);
    }
    grown.run();
    Product motion = grown.only("seis/motion");
    assertThat(motion.payloads()).extracting(Payload::name).contains(Deglitching.PAYLOAD);
    String list = Files.readString(grown.archive().path(motion.identity(), Deglitching.PAYLOAD));
    assertThat(list.lines().filter(line -> line.contains(",true,"))).hasSizeGreaterThan(30);
    Product detection = grown.only("seis/detection");
    Path rejected = grown.archive().path(detection.identity(), Rejections.PAYLOAD);
    assertThat(Files.readAllLines(rejected).size() - 1)
        .as("each rise that was rejected is a row")
        .isEqualTo(
            Integer.parseInt(
                detection.attributes().getOrDefault("rejected", "").split(" ", -1)[0]));
    Truth.Quake quake = simulation.truth().quakes().getFirst();
    Span shaking = new Span(quake.p(), quake.end());
    assertThat(grown.archive().entries(Query.all("event")))
        .hasSizeLessThan(2)
        .allMatch(event -> event.entry().span().overlaps(shaking));
  }

  /// A quake is found in the first part; with the second part it is another version of it.
  @Test
  void picturesOfEventsThatANewVersionReplacedAnswerNoMore() throws Exception {
    grown.takeInventory(Specimens.inventory());
    byte[] first = burst("Z", START, 2400);
    grown.take("first.mseed", first);
    grown.run();
    List<Found> events = grown.archive().entries(Query.all("event"));
    assertThat(events).isNotEmpty();
    grown.takeNoise("Z", Specimens.after(START, 2400), SECONDS);
    grown.run();
    TreeSet<String> now = new TreeSet<>();
    grown.archive().entries(Query.all("event")).forEach(found -> now.add(found.entry().key()));
    assertThat(grown.archive().products("seis/event"))
        .allSatisfy(picture -> assertThat(now).contains(picture.entries().getFirst().key()));
    assertThat(grown.archive().products("seis/event")).hasSameSizeAs(now);
  }

  /// Sol 173 ends at 23:59:02.8 of this day: an event a minute before is one event, and of sol 173.
  @Test
  void anEventAcrossMidnightIsOne() throws Exception {
    grown.takeInventory(Specimens.inventory());
    Moment midnight = Body.byDefault().days().midnight(174);
    grown.take("burst.mseed", burst("Z", midnight.plusNanos(-1_260_000_000_000L), 3600));
    SeisChain.Report report = grown.run();
    assertThat(report.granules()).hasSize(2);
    List<Found> events = grown.archive().entries(Query.all("event"));
    assertThat(events).hasSize(1);
    Span span = events.getFirst().entry().span();
    assertThat(span.start()).isLessThan(midnight);
    assertThat(span.end()).isGreaterThan(midnight);
    assertThat(events.getFirst().entry().attributes().get("name")).startsWith("J0173");
  }

  /// Wind of which the ground's amplitude is the square: as strong as the burst, or calm.
  private static byte[] wind(boolean gust) {
    int[] counts = new int[3600];
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < counts.length; i++) {
      double t = i - 1200;
      double strength = t < 0 || !gust ? 1 : 1 + 200 * (t / 20) * Math.exp(1 - t / 60);
      counts[i] = (int) (300 * Math.sqrt(strength) + 10 * random.nextGaussian());
    }
    return Specimens.counts("XX.SIMLY.30.VWS", START, 1, counts);
  }

  private List<String> reasons() throws Exception {
    return grown.detected().preferredOrigin().orElseThrow().comments().stream()
        .map(comment -> comment.text())
        .toList();
  }

  @Test
  void calmWindLeavesAnEventAsItWas() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.take("burst.mseed", burst("Z", START, 3600));
    grown.run();
    var before = grown.detected().preferredOrigin().orElseThrow().marsLocationQuality();
    assertThat(reasons()).noneMatch(text -> text.contains("eather"));
    grown.take("calm.mseed", wind(false));
    grown.run();
    assertThat(grown.detected().preferredOrigin().orElseThrow().marsLocationQuality())
        .isEqualTo(before);
    assertThat(reasons())
        .anyMatch(text -> text.contains("Weather: XX.SIMLY.30.VWS explains"))
        .noneMatch(text -> text.contains("may be weather"));
  }

  @Test
  void aGustLowersTheQualityWithItsReason() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.take("burst.mseed", burst("Z", START, 3600));
    grown.take("gust.mseed", wind(true));
    grown.run();
    Product detection = grown.only("seis/detection");
    assertThat(detection.attributes()).containsEntry("candidates", "1");
    assertThat(grown.detected().preferredOrigin().orElseThrow().marsLocationQuality())
        .contains(MarsLocationQuality.D);
    assertThat(reasons())
        .anyMatch(text -> text.startsWith("Quality: it may be weather: XX.SIMLY.30.VWS explains"));
  }
}
