package org.jumelles.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jumelles.kernel.time.LocalClock.LocalTime;
import org.junit.jupiter.api.Test;

class LocalClockTest {
  private static final LocalClock MISSION =
      new LocalClock("mission", Utc.parse("2018-11-26T05:10:50.3356"), 88_775_244_000_000L);
  private static final LocalClock TRUE =
      new LocalClock(
          "true", MISSION.solZeroMidnight().plusNanos(85_459_242_038L), MISSION.solNanos());

  @Test
  void knowsWhenInSightLanded() {
    LocalTime landing = MISSION.localTime(Utc.parse("2018-11-26T19:44:52.444"));
    assertThat(landing).hasToString("sol 0 14:10:38.983");
    assertThat(landing.sol()).isZero();
    assertThat(landing.hour()).isEqualTo(14);
    assertThat(landing.minute()).isEqualTo(10);
    assertThat(landing.second()).isEqualTo(38);
    // 52,442.1084 s / 1.02749125 = 51,038.9829597089... s
    assertThat(landing.nano()).isEqualTo(982_959_708);
  }

  @Test
  void beginsSolsAtItsMidnights() {
    assertThat(MISSION.localTime(MISSION.solZeroMidnight())).isEqualTo(new LocalTime(0, 0));
    assertThat(MISSION.localTime(MISSION.solZeroMidnight().plusNanos(-1)))
        .isEqualTo(new LocalTime(-1, 86_399_999_999_999L));
    assertThat(MISSION.midnight(1)).isEqualTo(Utc.parse("2018-11-27T05:50:25.5796"));
    assertThat(MISSION.moment(LocalTime.parse("173 12:00")))
        .isEqualTo(MISSION.midnight(173).plusNanos(44_387_622_000_000L));
  }

  @Test
  void aClockThatBeginsLaterShowsLess() {
    LocalTime shown = TRUE.localTime(MISSION.moment(LocalTime.parse("sol 235 12:00:00")));
    assertThat(shown).hasToString("sol 235 11:58:36.827");
  }

  @Test
  void sharesSolsOutWithoutGapOrOverlap() {
    for (long sol = -3; sol < 1500; sol++) {
      Span span = MISSION.span(sol);
      assertThat(span.end().plusNanos(1)).isEqualTo(MISSION.span(sol + 1).start());
      assertThat(MISSION.sol(span.start())).isEqualTo(sol);
      assertThat(MISSION.sol(span.end())).isEqualTo(sol);
    }
    assertThat(MISSION.span(2, 4).nanos()).isEqualTo(3 * MISSION.solNanos() - 1);
  }

  @Property
  void aLocalTimeComesBackExactly(
      @ForAll @LongRange(min = -80_000, max = 80_000) long sol,
      @ForAll @LongRange(min = 0, max = 86_399_999_999_999L) long localNanos,
      @ForAll @LongRange(min = 86_400_000_000_000L, max = 90_000_000_000_000L) long solNanos) {
    LocalTime local = new LocalTime(sol, localNanos);
    assertThat(MISSION.localTime(MISSION.moment(local))).isEqualTo(local);
    LocalClock other = new LocalClock("other", MISSION.solZeroMidnight(), solNanos);
    assertThat(other.localTime(other.moment(local))).isEqualTo(local);
  }

  @Property
  void aMomentComesBackAtMostOneNanosecondEarlier(
      @ForAll @LongRange(min = -7_600_000_000_000_000_000L, max = Long.MAX_VALUE) long taiNanos) {
    Moment moment = new Moment(taiNanos);
    Moment back = TRUE.moment(TRUE.localTime(moment));
    assertThat(back.nanosUntil(moment)).isBetween(0L, 1L);
  }

  @Property
  void runsForwards(
      @ForAll @LongRange(min = -7_600_000_000_000_000_000L, max = 9_200_000_000_000_000_000L)
          long taiNanos,
      @ForAll @LongRange(min = 2, max = 10_000_000_000_000_000L) long step) {
    Moment moment = new Moment(taiNanos);
    assertThat(MISSION.localTime(moment)).isLessThan(MISSION.localTime(moment.plusNanos(step)));
  }

  @Property
  void textIsReadBackToTheMillisecond(
      @ForAll @LongRange(min = -9999, max = 99_999) long sol,
      @ForAll @LongRange(min = 0, max = 86_399_999) long millis) {
    LocalTime local = new LocalTime(sol, millis * 1_000_000);
    assertThat(LocalTime.parse(local.toString())).isEqualTo(local);
  }

  @Test
  void roundsTextOverMidnight() {
    assertThat(new LocalTime(7, 86_399_999_500_000L)).hasToString("sol 8 00:00:00.000");
    assertThat(new LocalTime(7, 86_399_999_499_999L)).hasToString("sol 7 23:59:59.999");
  }

  @Test
  void refusesWhatNoClockShows() {
    for (String text :
        new String[] {"", "sol", "sol 5", "5 24:00", "5 12:60", "x 12:00", "5 1:1"}) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> LocalTime.parse(text));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalTime(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalClock("none", Moment.MIN, 0));
    assertThatThrownBy(() -> MISSION.localTime(Moment.MIN)).isInstanceOf(ArithmeticException.class);
  }
}
