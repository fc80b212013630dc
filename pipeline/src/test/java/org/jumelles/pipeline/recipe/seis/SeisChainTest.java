package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.quakeml.Arrival;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.simulation.Truth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chain over an archive that grows as real ones do: late, in parts, and incomplete.
class SeisChainTest {
  private static final String SUBJECT = "XX.SIMLY.02.BH.sol0173";
  private static final String STATION = "XX.SIMLY.02.BH";
  private static final Moment START = Specimens.START;
  private static final int SECONDS = 1200;
  private static final Query MOTION =
      new Query("waveform", List.of(), Query.ALWAYS, Map.of("level", "motion"));

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
  }

  private void take(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    List<FileReport> reports =
        new Ingest(archive, Specimens.PROVENANCE, Progress.SILENT, false).take(List.of(file));
    assertThat(reports.getFirst().fate()).isEqualTo(FileReport.Fate.STORED);
  }

  private void takeInventory(String xml) throws Exception {
    take("station.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private void takeNoise(String axes, Moment start, int seconds) throws Exception {
    for (char axis : axes.toCharArray()) {
      String name = "%c%d-%d.mseed".formatted(axis, start.taiNanos(), seconds);
      take(name, Specimens.noise(STATION + axis, start, seconds));
    }
  }

  private SeisChain.Report run() throws Exception {
    Runner runner = new Runner(archive, Progress.SILENT, 2, 512L << 20);
    SeisChain chain = new SeisChain(archive, Specimens.PROVENANCE, runner);
    SeisChain.Report report = chain.run();
    assertThat(report.total().broken()).as(report.total().defects().toString()).isZero();
    assertThat(chain.run().total().made()).as("made again").isZero();
    return report;
  }

  private static Tally tally(SeisChain.Report report, String step) {
    Tally tally = report.steps().get(step);
    assertThat(tally).as(step).isNotNull();
    return tally == null ? Tally.NOTHING : tally;
  }

  private static List<String> sentences(Tally tally) {
    return tally.defects().stream().map(Defect::sentence).toList();
  }

  private static TreeSet<String> channels(List<Found> entries) {
    TreeSet<String> codes = new TreeSet<>();
    entries.forEach(found -> codes.add(new SourceId(found.entry().key()).channel()));
    return codes;
  }

  private Product only(String recipe) {
    List<Product> products = archive.products(recipe);
    assertThat(products).as(recipe).hasSize(1);
    return products.getFirst();
  }

  @Test
  void threeComponentsWithAnInventoryBecomeUpNorthAndEast() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = run();
    assertThat(report.granules()).extracting(Granule::subject).containsExactly(SUBJECT);
    assertThat(tally(report, "seis/motion").made()).isEqualTo(1);
    assertThat(channels(archive.entries(MOTION))).containsExactly("BHE", "BHN", "BHZ");
    assertThat(only("seis/detection").parameters()).containsEntry("channel", STATION + "Z");
    assertThat(only("seis/spectrogram").title()).contains(SUBJECT);
    assertThat(only("seis/sol").title()).contains(SUBJECT);
  }

  /// Two hours of noise with forty glitches and one quake.
  @Test
  void aGlitchIsNoEvent() throws Exception {
    Simulation.Settings settings = new Simulation.Settings(7, START, 173.2, 7200, 1, 20, 0);
    Simulation simulation = Simulation.of(settings);
    assertThat(simulation.truth().glitches()).hasSize(40);
    takeInventory(Specimens.inventory());
    for (Simulation.Channel channel : simulation.channels()) {
      byte[] bytes =
          Specimens.counts(
              STATION.substring(0, STATION.length() - 2) + channel.code(),
              START,
              Simulation.SAMPLING_RATE_HZ,
              channel.counts());
      take(channel.code() + ".mseed", bytes);
    }
    run();
    Product motion = only("seis/motion");
    assertThat(motion.payloads()).extracting(Payload::name).contains(Deglitching.PAYLOAD);
    String list = Files.readString(archive.path(motion.identity(), Deglitching.PAYLOAD));
    assertThat(list.lines().filter(line -> line.contains(",true,"))).hasSizeGreaterThan(30);
    Truth.Quake quake = simulation.truth().quakes().getFirst();
    Span shaking = new Span(quake.p(), quake.end());
    assertThat(archive.entries(Query.all("event")))
        .hasSizeLessThan(2)
        .allMatch(event -> event.entry().span().overlaps(shaking));
  }

  @Test
  void aLateFileOfTheSameSolMakesNewVersionsAndOnlyTheyAnswer() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("UVW", START, SECONDS);
    run();
    Product motion = only("seis/motion");
    Product detection = only("seis/detection");
    takeNoise("UVW", Specimens.after(START, SECONDS), SECONDS);
    SeisChain.Report second = run();
    assertThat(tally(second, "seis/motion").made()).isEqualTo(1);
    Product newer = only("seis/motion");
    assertThat(newer.identity()).isNotEqualTo(motion.identity());
    assertThat(newer.inputs()).containsAll(motion.inputs());
    assertThat(only("seis/detection").identity()).isNotEqualTo(detection.identity());
    assertThat(only("seis/detection").inputs()).containsExactly(newer.identity());
    assertThat(archive.entries(MOTION)).extracting(Found::product).containsOnly(newer.identity());
    assertThat(archive.find(motion.identity())).contains(motion);
    only("seis/spectrogram");
    only("seis/sol");
    for (Found picture : archive.entries(Query.all("picture"))) {
      Product shown = archive.find(picture.product()).orElseThrow();
      assertThat(shown.inputs()).contains(newer.identity());
    }
  }

  /// A quake is found in the first part; with the second part it is another version of it.
  @Test
  void picturesOfEventsThatANewVersionReplacedAnswerNoMore() throws Exception {
    takeInventory(Specimens.inventory());
    byte[] first = burst("Z", START, 2400);
    take("first.mseed", first);
    run();
    List<Found> events = archive.entries(Query.all("event"));
    assertThat(events).isNotEmpty();
    takeNoise("Z", Specimens.after(START, 2400), SECONDS);
    run();
    TreeSet<String> now = new TreeSet<>();
    archive.entries(Query.all("event")).forEach(found -> now.add(found.entry().key()));
    assertThat(archive.products("seis/event"))
        .allSatisfy(picture -> assertThat(now).contains(picture.entries().getFirst().key()));
    assertThat(archive.products("seis/event")).hasSameSizeAs(now);
  }

  private static String pick(String id, String phase, Moment at) {
    return """
        <pick publicID="smi:local/pick/%s-%s"><time><value>%s</value>
        <uncertainty>2</uncertainty></time>
        <waveformID networkCode="XX" stationCode="SIMLY"/><phaseHint>%s</phaseHint>
        <evaluationMode>manual</evaluationMode><creationInfo><author>ana</author></creationInfo>
        </pick>"""
        .formatted(id, phase, at, phase);
  }

  private static String picked(String id, Moment p, Moment s) {
    return """
        <event publicID="smi:local/event/%s"><origin publicID="smi:local/origin/%s">
        <time><value>%s</value></time><latitude><value>4</value></latitude>
        <longitude><value>135</value></longitude></origin>%s%s</event>"""
        .formatted(id, id, p, pick(id, "P", p), pick(id, "S", s));
  }

  /// The analyst's picks become another origin of the machine's event, and an event of their own
  /// where the machine saw none; S before P is no location.
  @Test
  void manualPicksStandBesideTheMachines() throws Exception {
    takeInventory(Specimens.inventory());
    take("burst.mseed", burst("Z", START, 3600));
    run();
    Product before = only("seis/detection");
    Moment p = Specimens.after(START, 1205);
    Moment quiet = Specimens.after(START, 3000);
    String xml =
        """
        <q:quakeml xmlns:q="http://quakeml.org/xmlns/quakeml/1.2"
         xmlns="http://quakeml.org/xmlns/bed/1.2"><eventParameters publicID="smi:local/x">%s%s%s
        </eventParameters></q:quakeml>"""
            .formatted(
                picked("a", p, Specimens.after(START, 1385)),
                picked("b", quiet, Specimens.after(START, 2900)),
                picked("c", quiet, Specimens.after(START, 3100)).replace("SIMLY", "OTHER"));
    take("picks.xml", xml.getBytes(StandardCharsets.UTF_8));
    run();
    Product after = only("seis/detection");
    assertThat(after.inputs()).hasSize(before.inputs().size() + 1).containsAll(before.inputs());
    QuakeMlDocument document;
    try (var in = Files.newInputStream(archive.path(after.identity(), DetectionRecipe.PAYLOAD))) {
      document = QuakeMl.read(in, "events").found().orElseThrow();
    }
    List<Event> events = document.eventParameters().events();
    assertThat(events).hasSize(2);
    Event both = events.getFirst();
    assertThat(both.origins())
        .extracting(origin -> origin.evaluationMode().orElse(""))
        .containsExactly("automatic", "manual");
    Origin manual = both.preferredOrigin().orElseThrow();
    assertThat(manual.evaluationMode()).contains("manual");
    assertThat(manual.methodID()).contains("smi:insight.mqs/algorithms/distance/S-P_phases");
    assertThat(manual.creationInfo().flatMap(CreationInfo::author)).contains("ana");
    assertThat(document.singleStation().flatMap(all -> all.of(manual)).orElseThrow().distances())
        .hasSize(1);
    Origin lone = events.getLast().preferredOrigin().orElseThrow();
    assertThat(lone.time().value()).isEqualTo(quiet);
    assertThat(lone.methodID()).isEmpty();
    assertThat(lone.comments()).anyMatch(comment -> comment.text().contains("is not after P"));
  }

  /// Sol 173 ends at 23:59:02.8 of this day: an event a minute before is one event, and of sol 173.
  @Test
  void anEventAcrossMidnightIsOne() throws Exception {
    takeInventory(Specimens.inventory());
    Moment midnight = org.jumelles.kernel.time.MarsClock.INSIGHT_MISSION.midnight(174);
    take("burst.mseed", burst("Z", midnight.plusNanos(-1_260_000_000_000L), 3600));
    SeisChain.Report report = run();
    assertThat(report.granules()).hasSize(2);
    List<Found> events = archive.entries(Query.all("event"));
    assertThat(events).hasSize(1);
    Span span = events.getFirst().entry().span();
    assertThat(span.start()).isLessThan(midnight);
    assertThat(span.end()).isGreaterThan(midnight);
    assertThat(events.getFirst().entry().attributes().get("name")).startsWith("J0173");
  }

  private static byte[] burst(String axis, Moment start, int seconds) {
    int[] counts = new int[(int) (seconds * Specimens.RATE_HZ)];
    java.util.Random random = new java.util.Random(3);
    for (int i = 0; i < counts.length; i++) {
      double t = i / Specimens.RATE_HZ - 1200;
      double strength = t < 0 ? 1 : 1 + 200 * (t / 20) * Math.exp(1 - t / 60);
      counts[i] = (int) (random.nextGaussian() * 10 * strength);
    }
    return Specimens.counts(STATION + axis, start, Specimens.RATE_HZ, counts);
  }

  @Test
  void anInventoryThatComesLaterTurnsARawSearchIntoACalibratedOne() throws Exception {
    takeNoise("UVW", START, SECONDS);
    SeisChain.Report first = run();
    assertThat(tally(first, "seis/motion").planned()).isZero();
    assertThat(tally(first, "seis/detection").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(first, "seis/detection")).getFirst()).contains("no response");
    Product raw = only("seis/detection");
    takeInventory(Specimens.inventory());
    SeisChain.Report second = run();
    assertThat(tally(second, "seis/motion").made()).isEqualTo(1);
    assertThat(tally(second, "seis/detection").good()).isEqualTo(1);
    assertThat(only("seis/detection").identity()).isNotEqualTo(raw.identity());
    assertThat(only("seis/detection").inputs()).containsExactly(only("seis/motion").identity());
    only("seis/spectrogram");
  }

  @Test
  void aGapInTheMiddleStaysAGap() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("UVW", START, SECONDS);
    takeNoise("UVW", Specimens.after(START, SECONDS + 300), SECONDS);
    SeisChain.Report report = run();
    assertThat(tally(report, "seis/motion").made()).isEqualTo(1);
    List<Found> up =
        archive.entries(MOTION).stream()
            .filter(found -> found.entry().key().endsWith("_Z"))
            .toList();
    assertThat(up).hasSize(2);
    assertThat(up.get(0).entry().span().end()).isLessThan(Specimens.after(START, SECONDS + 1));
    assertThat(up.get(1).entry().span().start())
        .isGreaterThan(Specimens.after(START, SECONDS + 299));
  }

  @Test
  void aGapInOneComponentIsTold() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("VW", START, 2 * SECONDS + 300);
    takeNoise("U", START, SECONDS);
    takeNoise("U", Specimens.after(START, SECONDS + 300), SECONDS);
    SeisChain.Report report = run();
    Tally motion = tally(report, "seis/motion");
    assertThat(motion.doubtful()).isEqualTo(1);
    assertThat(channels(archive.entries(MOTION))).containsExactly("BHE", "BHN", "BHZ");
    assertThat(sentences(motion))
        .anyMatch(sentence -> sentence.contains("300.0 s of BHV are left out"));
  }

  @Test
  void twoOfThreeComponentsStayAlongTheSensorsAxes() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("UW", START, SECONDS);
    SeisChain.Report report = run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("2 of three"));
    assertThat(channels(archive.entries(MOTION))).containsExactly("BHU", "BHW");
    assertThat(only("seis/detection").parameters()).containsEntry("channel", STATION + "U");
  }

  /// A component too short to calibrate must not take the two others with it.
  @Test
  void aThirdComponentTooShortLeavesTheOthers() throws Exception {
    takeInventory(Specimens.inventory());
    takeNoise("UW", START, SECONDS);
    takeNoise("V", START, 60);
    SeisChain.Report report = run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("too short"));
    assertThat(channels(archive.entries(MOTION))).containsExactly("BHU", "BHW");
  }

  @Test
  void withoutAzimuthNothingIsTurned() throws Exception {
    takeInventory(Specimens.inventory().replaceAll("(?s)<Azimuth[^>]*>.*?</Azimuth>", ""));
    takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = run();
    assertThat(tally(report, "seis/motion").doubtful()).isEqualTo(1);
    assertThat(sentences(tally(report, "seis/motion")))
        .anyMatch(sentence -> sentence.contains("not turned"));
    assertThat(channels(archive.entries(MOTION))).containsExactly("BHU", "BHV", "BHW");
  }

  @Test
  void anInventoryOfAnotherTimeOrStationIsNoInventory() throws Exception {
    takeInventory(Specimens.inventory().replace("SIMLY", "OTHER"));
    takeNoise("UVW", START, SECONDS);
    SeisChain.Report report = run();
    assertThat(tally(report, "seis/motion").planned()).isZero();
    assertThat(tally(report, "seis/detection").doubtful()).isEqualTo(1);
  }

  @Test
  void anEmptyArchiveIsNoWork() throws Exception {
    SeisChain.Report report = run();
    assertThat(report.granules()).isEmpty();
    assertThat(report.total()).isEqualTo(Tally.NOTHING);
  }

  private Event detected() throws Exception {
    Product product = only("seis/detection");
    try (var in = Files.newInputStream(archive.path(product.identity(), DetectionRecipe.PAYLOAD))) {
      return QuakeMl.read(in, "events").found().orElseThrow().eventParameters().events().getFirst();
    }
  }

  private void save(String author, String station, int pSeconds, int sSeconds) throws Exception {
    Found event = archive.entries(Query.all("event")).getFirst();
    Map<String, String> body =
        Map.of(
            "event",
            event.entry().key(),
            "event_start",
            Utc.text(event.entry().span().start()),
            "event_end",
            Utc.text(event.entry().span().end()),
            "station",
            station,
            "pick.000",
            "P " + Utc.text(Specimens.after(START, pSeconds)) + " 1.5",
            "pick.001",
            "S " + Utc.text(Specimens.after(START, sSeconds)) + " 2.0",
            "pick.002",
            "PP " + Utc.text(Specimens.after(START, pSeconds + 20)) + " 0.0");
    archive.append(author, "seis/picks", body);
  }

  /// What an analyst saves on the event page is located as another origin; nothing is taken away.
  @Test
  void savedPicksAreLocatedBesideTheMachines() throws Exception {
    takeInventory(Specimens.inventory());
    take("burst.mseed", burst("Z", START, 3600));
    run();
    Origin machine = detected().origins().getFirst();
    save("ada", "XX.SIMLY", 1205, 1385);
    save("eve", "XX.OTHER", 1205, 1300);
    assertThat(tally(run(), "seis/detection").made()).isEqualTo(1);
    assertThat(detected().origins())
        .extracting(origin -> origin.evaluationMode().orElseThrow())
        .containsExactly("automatic", "manual");
    assertThat(detected().origins().getFirst().time()).isEqualTo(machine.time());
    Origin first = detected().preferredOrigin().orElseThrow();
    assertThat(first.creationInfo().flatMap(CreationInfo::author)).contains("ada");
    assertThat(first.creationInfo().flatMap(CreationInfo::creationTime)).isPresent();
    assertThat(first.arrivals()).extracting(Arrival::phase).containsExactly("P", "S", "PP");
    assertThat(first.arrivals())
        .extracting(arrival -> arrival.timeWeight().orElseThrow().value())
        .containsExactly(1.0, 1.0, 0.0);
    assertThat(first.comments()).anyMatch(comment -> comment.text().startsWith("Picks of ledger:"));

    save("bob", "XX.SIMLY", 1210, 1350);
    run();
    assertThat(detected().origins()).hasSize(3);
    Origin newest = detected().preferredOrigin().orElseThrow();
    assertThat(newest.creationInfo().flatMap(CreationInfo::author)).contains("bob");
    assertThat(archive.entries(Query.all("event")).getFirst().entry().attributes().get("picked"))
        .contains("ledger:", " ");
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
    return detected().preferredOrigin().orElseThrow().comments().stream()
        .map(comment -> comment.text())
        .toList();
  }

  @Test
  void calmWindLeavesAnEventAsItWas() throws Exception {
    takeInventory(Specimens.inventory());
    take("burst.mseed", burst("Z", START, 3600));
    run();
    var before = detected().preferredOrigin().orElseThrow().marsLocationQuality();
    assertThat(reasons()).noneMatch(text -> text.contains("eather"));
    take("calm.mseed", wind(false));
    run();
    assertThat(detected().preferredOrigin().orElseThrow().marsLocationQuality()).isEqualTo(before);
    assertThat(reasons())
        .anyMatch(text -> text.contains("Weather: XX.SIMLY.30.VWS explains"))
        .noneMatch(text -> text.contains("may be weather"));
  }

  @Test
  void aGustLowersTheQualityWithItsReason() throws Exception {
    takeInventory(Specimens.inventory());
    take("burst.mseed", burst("Z", START, 3600));
    take("gust.mseed", wind(true));
    run();
    Product detection = only("seis/detection");
    assertThat(detection.attributes()).containsEntry("candidates", "1");
    assertThat(detected().preferredOrigin().orElseThrow().marsLocationQuality())
        .contains(MarsLocationQuality.D);
    assertThat(reasons())
        .anyMatch(text -> text.startsWith("Quality: it may be weather: XX.SIMLY.30.VWS explains"));
  }
}
