package org.jumelles.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
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
}
