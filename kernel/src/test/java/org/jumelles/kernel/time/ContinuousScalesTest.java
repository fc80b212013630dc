package org.jumelles.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContinuousScalesTest {
  @Property
  void everyMomentHasOneTaiReading(@ForAll long taiNanos) {
    Moment moment = new Moment(taiNanos);
    assertThat(Tai.of(Tai.dateTime(moment))).isEqualTo(moment);
    assertThat(Tt.of(Tt.dateTime(moment))).isEqualTo(moment);
  }

  @Test
  void holdsTheEndsOfItsRange() {
    assertThat(Tai.of(Tai.dateTime(Moment.MIN))).isEqualTo(Moment.MIN);
    assertThat(Tai.of(Tai.dateTime(Moment.MAX))).isEqualTo(Moment.MAX);
    assertThatThrownBy(() -> Tai.of(LocalDateTime.of(2300, 1, 1, 0, 0)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Tai.of(LocalDateTime.of(1600, 1, 1, 0, 0)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void standsApartFromUtcAsDefined() {
    Moment moment = Utc.parse("2018-11-26T05:10:50.3356");
    assertThat(Tai.dateTime(moment)).isEqualTo("2018-11-26T05:11:27.335600");
    assertThat(Tt.dateTime(moment)).isEqualTo("2018-11-26T05:11:59.519600");
    // NAIF gives TDB seconds since J2000 for this instant; TDB - TT stays below 2 ms.
    assertThat(Tt.nanosSinceJ2000(moment) / 1e9).isCloseTo(596_481_119.519, within(0.002));
    assertThat(Tt.ofNanosSinceJ2000(Tt.nanosSinceJ2000(moment))).isEqualTo(moment);
  }

  @Test
  void countsJulianDates() {
    assertThat(Utc.text(Tt.J2000)).startsWith("2000-01-01T11:58:55.816");
    assertThat(Tt.julianDate(Tt.J2000)).isEqualTo(2_451_545.0);
    // The epoch of the Mars24 worked example, 2000-01-06T00:00:00 UTC [Allison2000].
    assertThat(Tt.julianDate(Utc.parse("2000-01-06T00:00:00")))
        .isCloseTo(2_451_549.500_743, within(1e-6));
  }
}
