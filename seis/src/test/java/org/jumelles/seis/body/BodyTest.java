package org.jumelles.seis.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
  private static final String MARS = resource("mars.properties");
  private static final String MOON = resource("moon.properties");

  private static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(BodyTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Outcome<Body> read(String text) {
    return Body.read(
        text,
        "b.properties",
        name -> name.equals("simple-mars.nd") ? Optional.of(resource(name)) : Optional.empty());
  }

  @Test
  void aFileIsFoundByNameAndByNetwork() {
    assertThat(Body.NAMES).allSatisfy(name -> assertThat(Body.named(name)).isPresent());
    assertThat(Body.ofNetwork("XA").name()).isEqualTo("moon");
    assertThat(Body.ofCode("XA.S12..MHZ").name()).isEqualTo("moon");
    assertThat(Body.ofNetwork("XB").isDefault()).isTrue();
    assertThat(Body.ofNetwork("ZZ").isDefault()).isTrue();
    assertThat(Body.named("venus")).isEmpty();
  }

  /// The thresholds that were frozen on the labelled hours; a change of them is a change of all
  /// tables in docs/catalogue.md.
  @Test
  void frozenThresholdsAreThoseOfTheFile() {
    assertThat(Body.byDefault().thresholds())
        .isEqualTo(new DetectionParameters(2.6, 1.5, 61, 900, 0.3, 0.1, 180, 60, 45, 1.7, 1.1));
  }

  @Test
  void whereThereIsNoAirNothingIsWind() {
    Body moon = Body.named("moon").orElseThrow();
    assertThat(moon.thresholds().windLike()).isInfinite();
    assertThat(moon.magnitudes()).isEmpty();
    assertThat(moon.noMagnitudeScale()).contains("no magnitude scale for the Moon: not known");
    assertThat(moon.models()).isEmpty();
    assertThat(moon.thresholds().leastSeconds())
        .isGreaterThan(Body.byDefault().thresholds().leastSeconds());
  }

  /// NAIF's kernel, the landing, and the place 0.346553 degrees west of the clock's longitude.
  @Test
  void theClockIsThatOfTheFile() {
    Body mars = Body.byDefault();
    assertThat(mars.days().localTime(Utc.parse("2018-11-26T19:44:52.444")))
        .hasToString("sol 0 14:10:38.983");
    CandidateQuakeMl.Place lander = mars.place("XB", "ELYSE").orElseThrow();
    assertThat(mars.firstPlace()).contains(lander);
    LocalClock true_ = mars.trueDays(lander).orElseThrow();
    assertThat(mars.days().solZeroMidnight().nanosUntil(true_.solZeroMidnight()))
        .isEqualTo(85_459_242_038L);
    assertThat(true_.name()).isEqualTo("InSight true LMST");
    Body moon = Body.named("moon").orElseThrow();
    assertThat(moon.days().localTime(Utc.parse("1971-04-13T12:00:00")).sol()).isEqualTo(631);
    assertThat(moon.trueDays(moon.place("XA", "S12").orElseThrow())).isEmpty();
  }

  @Test
  void nothingInTheCodeOfTheChainNamesAPlanet() throws IOException {
    java.nio.file.Path sources = java.nio.file.Path.of("src/main/java");
    if (!java.nio.file.Files.isDirectory(sources)) {
      sources = java.nio.file.Path.of("seis/src/main/java");
    }
    org.junit.jupiter.api.Assumptions.assumeTrue(
        java.nio.file.Files.isDirectory(sources), "sources not at hand: " + sources);
    try (var files = java.nio.file.Files.walk(sources)) {
      String named =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> code(file).lines().map(line -> file.getFileName() + ": " + line))
              .filter(
                  line -> line.toLowerCase(Locale.ROOT).matches(".*(mars|insight|elyse|apollo).*"))
              .collect(Collectors.joining("\n"));
      assertThat(named)
          .isEqualTo(
              "Body.java:   public static final List<String> NAMES = List.of(\"mars\", \"moon\");");
    }
  }

  /// Without comments, and without the words of QuakeML's own extension.
  private static String code(java.nio.file.Path file) {
    try {
      return java.nio.file.Files.readString(file)
          .replaceAll("(?m)//.*$", "")
          .replaceAll("MarsEventType|MarsLocationQuality|MarsquakeParameters", "")
          .replaceAll(
              "marsType|marsLocationQuality|marsquake(Parameters/|\\(\\))|m\\.marsType", "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "radius_km = 3389.5|radius_km = wide|radius_km|no number",
        "radius_km = 3389.5|radius_km = -1|radius_km|outside",
        "radius_km = 3389.5|radius_km = NaN|radius_km|no number",
        "radius_km = 3389.5|radius_km = 1e999|radius_km|outside",
        "radius_km = 3389.5|radius_km = 1737.1|model|ends at 3389.5 km",
        "radius_km = 3389.5|radius = 3389.5|radius_km|does not stand",
        "name = mars|name = mars\\nname = again|name|stands in line 2 already",
        "name = mars|name = Mars and more|name|is not",
        "name = mars|name =|name|no value",
        "name = mars|name|key|not 'key = value'",
        "kind = planet|kind = star|kind|is not",
        "clock.day_zero = 2018-11-26T05:10:50.3356|clock.day_zero = then|clock.day_zero|no time",
        "clock.day_s = 88775.244|clock.day_s = 0|clock.day_s|outside",
        "clock.day_s = 88775.244|clock.day_s = 88775.2440000001|clock.day_s|finer",
        "station = XB.ELYSE 4.502384 135.623447|station = XB.ELYSE 94 135|station|outside",
        "station = XX.SIMLY|station = XB.ELYSE|station|stands twice",
        "station = XX.SIMLY 4.5 135.6|station = here|station|is not NET.STA",
        "model = simple-mars.nd 1|model = other.nd 1|model|there is no file other.nd",
        "model = simple-mars.nd 1|model = simple-mars.nd|model|is not a file and its weight",
        "location.depths_km = 10:0.5|location.depths_km = 10|location.depths_km|colon",
        "location.depths_km = 10:0.5|location.depths_km = 4000:1|location.depths_km|outside",
        "guided_km_per_s = 4 2.3|guided_km_per_s = 2 4.3|location.guided_km_per_s|no faster than S",
        "magnitude.mb_p = 1 0.73|magnitude.mb_p = 0 0.73|magnitude.mb_p|factor 0.0",
        "magnitude.mb_p = 1 0.73 0|magnitude.mb_p = 1 0.73|magnitude.mb_p|4 values, 5 are wanted",
        "magnitude.m24|magnitude.m42|magnitude.m24|does not stand",
        "magnitude.lf_hz = 0.1 0.9|magnitude.lf_hz = 0.9 0.1|magnitude.lf_hz|is not below",
        "detection.off = 1.5|detection.off = 3|detection.on|on 2.6 and off 3.0",
        "detection.smoothing_s = 61|detection.smoothing_s = 61.5|detection.smoothing_s|whole",
        "detection.wind_like = 1.1|detection.wind_like = 1.1\\ncolour = red|colour|no such key"
      })
  void refusesNonsenseWithItsFieldAndLine(String sound, String wrong, String field, String found) {
    String text = MARS.replace(sound, wrong.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(MARS);
    Outcome<Body> read = read(text);
    assertThat(read).isInstanceOf(Outcome.Refused.class);
    Defect defect = read.defects().getFirst();
    assertThat(defect.field()).isEqualTo(field);
    assertThat(defect.found()).contains(found);
    if (!found.startsWith("does not stand")) {
      assertThat(defect.place()).isInstanceOf(Place.LineColumn.class);
    }
  }

  @Test
  void noCutAndNoDamageBreaksIt() {
    for (String whole : new String[] {MARS, MOON}) {
      assertThat(read(whole)).isInstanceOf(Outcome.Good.class);
      int lastValue = whole.strip().length();
      for (int length = 0; length < lastValue; length += 7) {
        Outcome<Body> cut = read(whole.substring(0, length));
        assertThat(cut.found().isPresent() && length < lastValue - 12).isFalse();
      }
      Random random = new Random(11);
      for (int i = 0; i < 2000; i++) {
        char[] damaged = whole.toCharArray();
        damaged[random.nextInt(damaged.length)] = (char) (random.nextInt(96) + 32);
        assertThat(read(new String(damaged))).isNotNull();
      }
    }
    assertThat(read("#".repeat((1 << 20) + 1))).isInstanceOf(Outcome.Refused.class);
  }

  /// What is written is what is read, whatever the numbers.
  @Property(tries = 200)
  void readsTheNumbersThatStandThere(
      @ForAll @DoubleRange(min = 10, max = 100_000) double radiusKm,
      @ForAll @IntRange(min = 3600, max = 3_000_000) int dayS,
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDeg,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeDeg,
      @ForAll @DoubleRange(min = 1, max = 9) double depthKm) {
    String text =
        MOON.replace("radius_km = 1737.1", "radius_km = " + radiusKm)
            .replace("clock.day_s = 86400", "clock.day_s = " + dayS + "\nclock.longitude_deg = 0")
            .replaceFirst("XA.S12 .*", "XA.S12 " + latitudeDeg + " " + longitudeDeg)
            .replaceFirst("depths_km = .*", "depths_km = " + depthKm + ":1");
    Body body = read(text).found().orElseThrow();
    assertThat(body.radiusKm()).isEqualTo(radiusKm);
    assertThat(body.days().solNanos()).isEqualTo(dayS * 1_000_000_000L);
    assertThat(body.location().depths().getFirst().km()).isEqualTo(depthKm);
    CandidateQuakeMl.Place place = body.place("XA", "S12").orElseThrow();
    assertThat(place).isEqualTo(new CandidateQuakeMl.Place(latitudeDeg, longitudeDeg));
    long later =
        body.days()
            .solZeroMidnight()
            .nanosUntil(body.trueDays(place).orElseThrow().solZeroMidnight());
    assertThat((double) later).isCloseTo(-longitudeDeg / 360 * dayS * 1e9, within(2.0));
  }
}
