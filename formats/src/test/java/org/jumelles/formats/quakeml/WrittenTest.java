package org.jumelles.formats.quakeml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jumelles.kernel.time.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenTest {
  @Property
  void eachFiniteNumberComesBackToTheBit(@ForAll double value) {
    if (Double.isFinite(value)) {
      assertThat(Written.readReal(Written.real(value).text())).isEqualTo(Written.real(value));
    }
  }

  @Property
  void eachTimeComesBackToTheNanosecond(
      @ForAll @LongRange(min = -2_000_000_000_000_000_000L, max = 8_000_000_000_000_000_000L)
          long taiNanos) {
    Written<Moment> time = Written.time(new Moment(taiNanos));
    assertThat(Written.readTime(time.text())).isEqualTo(time);
  }

  @Property
  void noTextDoesMoreThanBeRefused(@ForAll String text) {
    try {
      assertThat(Written.readReal(text).value()).isFinite();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("'");
    }
    try {
      Written.readTime(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      assertThat(e).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "INF", "-Infinity", "1,5", "0x1p3", "1d", "1e99999", "--1"})
  void whatIsNoFiniteNumberIsRefused(String text) {
    assertThatThrownBy(() -> Written.readReal(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
