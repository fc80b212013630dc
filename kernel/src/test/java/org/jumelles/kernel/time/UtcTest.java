package org.jumelles.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.threeten.extra.scale.TaiInstant;
import org.threeten.extra.scale.UtcInstant;

class UtcTest {
  private static final long TAI_1958_TO_1970_SECONDS = 4383L * 86_400;

  @Property
  void agreesWithThreetenFrom1972On(
      @ForAll @LongRange(min = 63_072_000_000_000_000L, max = 4_000_000_000_000_000_000L)
          long unixNanos) {
    // Instant of java.time smears a leap second over 1,000 s; an integer-second instant well away
    // is not touched.
    Moment ours = Utc.ofUnixNanos(unixNanos);
    Utc.Fields fields = Utc.fields(ours);
    long mjd =
        java.time.LocalDate.of(fields.year(), fields.month(), fields.dayOfMonth()).toEpochDay()
            + 40_587;
    long nanoOfDay =
        ((fields.hour() * 60L + fields.minute()) * 60 + fields.second()) * 1_000_000_000L
            + fields.nano();
    TaiInstant tai = TaiInstant.of(UtcInstant.ofModifiedJulianDay(mjd, nanoOfDay));
    long theirs = (tai.getTaiSeconds() - TAI_1958_TO_1970_SECONDS) * 1_000_000_000L + tai.getNano();
    assertThat(ours.taiNanos()).isEqualTo(theirs);
    assertThat(Utc.unixNanos(ours)).isEqualTo(unixNanos);
  }

  @Property
  void textIsReadBack(
      @ForAll @LongRange(min = -9_000_000_000_000_000_000L, max = 9_000_000_000_000_000_000L)
          long taiNanos) {
    Moment moment = new Moment(taiNanos);
    assertThat(Utc.parse(moment.toString())).isEqualTo(moment);
  }

  @Test
  void namesTheLeapSecondOf2016() {
    Moment before = Utc.parse("2016-12-31T23:59:59.5Z");
    assertThat(before.plusNanos(1_000_000_000L)).hasToString("2016-12-31T23:59:60.500000Z");
    assertThat(before.plusNanos(2_000_000_000L)).hasToString("2017-01-01T00:00:00.500000Z");
    assertThat(Utc.parse("2016-12-31T23:59:60.5")).isEqualTo(before.plusNanos(1_000_000_000L));
    assertThatIllegalArgumentException().isThrownBy(() -> Utc.parse("2015-12-31T23:59:60"));
    assertThat(Utc.taiMinusUtcSeconds(before)).isEqualTo(36);
  }

  @Test
  void readsOrdinalAndCalendarDates() {
    assertThat(Utc.parse("2019-142T23:19:27.049")).isEqualTo(Utc.parse("2019-05-22T23:19:27.049Z"));
    assertThat(Utc.parse("2019-05-22")).isEqualTo(Utc.of(2019, 142, 0, 0, 0, 0));
    assertThat(Utc.unixNanos(Utc.parse("2019-05-22")))
        .isEqualTo(Instant.parse("2019-05-22T00:00:00Z").getEpochSecond() * 1_000_000_000L);
    assertThatIllegalArgumentException().isThrownBy(() -> Utc.parse("2019-02-30"));
    assertThatIllegalArgumentException().isThrownBy(() -> Utc.parse("yesterday"));
  }

  @Test
  void samplingStaysExactOverALongTime() {
    Sampling twentyHz = new Sampling(Utc.parse("2019-05-22T00:00:00"), 20, 40_000_000_000L);
    assertThat(twentyHz.start().nanosUntil(twentyHz.at(39_999_999_980L)))
        .isEqualTo(1_999_999_999L * 1_000_000_000L);
    assertThat(twentyHz.nearest(twentyHz.at(1_775_503))).isEqualTo(1_775_503);
  }

  @Test
  void agreesWithTheListOfTzdataAtEachLeap() throws IOException {
    try (InputStream csv = UtcTest.class.getResourceAsStream("/time/leap-seconds-tzdata.csv")) {
      List<String> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSize(28);
      for (String line : lines) {
        long unixSeconds = Long.parseLong(line.substring(0, line.indexOf(',')));
        long offset = Long.parseLong(line.substring(line.indexOf(',') + 1));
        Moment from = Utc.ofUnixNanos(unixSeconds * 1_000_000_000L);
        assertThat(from.taiNanos()).isEqualTo((unixSeconds + offset) * 1_000_000_000L);
        assertThat(Utc.taiMinusUtcSeconds(from)).isEqualTo((int) offset);
        // The first line, of 1972-01-01, starts the table and is no leap second of our scale.
        if (offset > 10) {
          Utc.Fields before = Utc.fields(from.plusNanos(-1));
          assertThat(before.second()).isEqualTo(60);
          assertThat(before.nano()).isEqualTo(999_999_999);
        }
      }
    }
  }
}
