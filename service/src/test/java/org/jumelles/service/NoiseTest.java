package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.seis.body.Body;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.seis.noise.NoiseCsv;
import org.jumelles.seis.noise.NoiseStatistics;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Noise statistics over real HTTP: what two sols counted apart is answered as one.
class NoiseTest {
  private static final String CHANNEL = "XX.SIMLY.02.BHZ";
  private static final LocalClock CLOCK = Body.byDefault().days();

  @TempDir static Path folder;
  private static Running running;
  private static Product first;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
    first = store(running.archive(), 173, 4, "m/s^2");
    store(running.archive(), 174, 4, "m/s^2");
    store(running.archive(), 175, 2, "m/s^2");
    store(running.archive(), 176, 4, "m/s^2");
    store(running.archive(), 170, 4, "count");
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static Product store(Archive archive, long sol, double rateHz, String unit)
      throws Exception {
    return store(folder, archive, sol, rateHz, unit);
  }

  /// Forty minutes from 14:00 local time.
  ///
  /// @param folder where the file is made
  static Product store(Path folder, Archive archive, long sol, double rateHz, String unit)
      throws Exception {
    Moment start = CLOCK.midnight(sol).plusNanos(14 * 3_700_000_000_000L);
    NoiseStatistics statistics =
        new NoiseStatistics(
            LevelCounts.Settings.USUAL,
            rateHz,
            new NoiseStatistics.Reading.AsTheyAre(),
            24,
            moment -> CLOCK.localTime(moment).hour());
    Random random = new Random(sol);
    double[] samples =
        random.doubles((int) (2400 * rateHz)).map(_ -> random.nextGaussian()).toArray();
    statistics.add(new Trace(SourceId.ofNslc(CHANNEL), start, rateHz, samples));
    Path file = folder.resolve("noise" + sol + ".csv");
    Files.writeString(file, NoiseCsv.write(Map.of(CHANNEL, statistics.counts())));
    String subject = "XX.SIMLY.02.BH.sol0" + sol;
    Entry entry =
        new Entry(
            "noise",
            SourceId.ofNslc(CHANNEL).text(),
            new Span(start, start.plusNanos(2_400_000_000_000L)),
            "noise.csv",
            0,
            Files.size(file),
            Map.of(
                "channel", CHANNEL,
                "subject", subject,
                "unit", unit,
                "quantity", "ground acceleration",
                "segments", Long.toString(statistics.counts().allSegments())));
    return archive.store(
        new ProductDraft(
            new Recipe("seis/noise", "1"),
            "Noise of " + subject,
            Map.of("subject", subject),
            List.of(),
            List.of(new ProductDraft.DraftPayload("noise.csv", "text/csv", file)),
            List.of(entry),
            SampleArchive.lineage(),
            Map.of("subject", subject)));
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.builder().build().readTree(running.get(path).body());
  }

  @Test
  void solsAddUpAndWhatDoesNotFitIsTold() throws Exception {
    JsonNode all = json("/api/noise/" + CHANNEL);
    assertThat(all.get("segments").asInt()).isEqualTo(21);
    assertThat(all.get("unit").asString()).isEqualTo("dB of (m/s^2)^2/Hz");
    assertThat(all.get("sols").size()).isEqualTo(3);
    assertThat(all.get("left_out").toString())
        .contains("sol0175 has other bands", "sol0170 is in count");
    int counted = 0;
    for (JsonNode hour : all.get("hours")) {
      assertThat(hour.get("lmst_hour").asInt()).isBetween(14, 15);
      for (JsonNode count : hour.get("bands").get(5).get("counts")) {
        counted += count.asInt();
      }
    }
    assertThat(counted).isEqualTo(21);
    assertThat(all.get("periods_s").get(0).asDouble()).isEqualTo(25);
  }

  @Test
  void aWindowTakesTheSolsThatTouchIt() throws Exception {
    String start = org.jumelles.kernel.time.Utc.text(CLOCK.midnight(174)).substring(0, 19);
    String end = org.jumelles.kernel.time.Utc.text(CLOCK.midnight(175)).substring(0, 19);
    JsonNode one = json("/api/noise/" + CHANNEL + "?start=" + start + "&end=" + end);
    assertThat(one.get("segments").asInt()).isEqualTo(7);
    assertThat(one.get("sols").get(0).get("subject").asString()).endsWith("sol0174");
    assertThat(one.get("left_out").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"levels.png", "levels.png?hour=14", "hours.png", "levels.png?hour=3"})
  void picturesAreDrawnOfTheSum(String name) throws Exception {
    var answer = running.get("/noise/" + CHANNEL + "/" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(1600);
  }

  @Test
  void pagesLeadToThePicturesTheCountsAndTheProducts() throws Exception {
    assertThat(Running.text(running.get("/noise")))
        .contains("<a href=\"/noise/" + CHANNEL + "\">", "XX.SIMLY");
    assertThat(json("/api/noise").get("channels").get(0).get("sols").asInt()).isEqualTo(5);
    assertThat(Running.text(running.get("/noise/" + CHANNEL)))
        .contains(
            "/noise/" + CHANNEL + "/levels.png",
            "/api/noise/" + CHANNEL,
            "/products/" + first.identity().sha256Hex(),
            "Left out");
    var product =
        running.send(
            running
                .request("/products/" + first.identity().sha256Hex())
                .header("Accept", "text/html"));
    assertThat(Running.text(product)).contains("<a href=\"/noise/" + CHANNEL + "\">");
    assertThat(Running.text(running.get("/events/S0173a"))).contains("<a href=\"/noise\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?start=soon",
        "?start=2020-01-01&end=2019-01-01",
        "?hour=14",
        "?x=1",
        "/levels.png?hour=24",
        "/levels.png?hour=x"
      })
  void whatIsNotUnderstoodIsRefused(String rest) throws Exception {
    String path = rest.startsWith("/") ? "/noise/" : "/api/noise/";
    assertThat(running.get(path + CHANNEL + rest).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/noise/XX.NONE..BHZ", "/noise/XX.NONE..BHZ", "/noise/XX.NONE..BHZ/hours.png"})
  void whatIsNotKeptIsNotFound(String path) throws Exception {
    assertThat(running.get(path).statusCode()).isEqualTo(404);
    assertThat(running.get("/api/noise/" + CHANNEL + "?start=2022-01-01").statusCode())
        .isEqualTo(404);
  }
}
