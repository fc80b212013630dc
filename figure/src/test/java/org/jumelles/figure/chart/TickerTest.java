package org.jumelles.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TickerTest {
  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).filter(l -> !l.isEmpty()).toList();
  }

  @Test
  void linearTicksAreRound() {
    assertThat(labels(Ticker.linear().ticks(-0.25, 1.03, 6))).containsExactly("0", "0.5", "1.0");
    assertThat(labels(Ticker.linear().ticks(-220, -140, 4)))
        .containsExactly("−220", "−200", "−180", "−160", "−140");
    assertThat(labels(Ticker.linear().ticks(-2e-9, 2e-9, 4)))
        .containsExactly("−2×10⁻⁹", "−10⁻⁹", "0", "10⁻⁹", "2×10⁻⁹");
  }

  @Test
  void logarithmicTicksArePowersOfTen() {
    assertThat(labels(Ticker.logarithmic().ticks(0.02, 10, 4))).containsExactly("0.1", "1", "10");
    assertThat(labels(Ticker.logarithmic().ticks(1, 10, 5))).containsExactly("1", "2", "5", "10");
  }

  @Test
  void clockTicksLieWhereTheClockReadsRound() {
    // A clock that runs slower than the axis and reads 100 s at its start.
    Ticker ticker =
        Ticker.clock(100, 0.5, (reading, step) -> String.format(Locale.ROOT, "%.0f", reading));
    List<Tick> ticks = ticker.ticks(0, 600, 4);
    assertThat(labels(ticks)).containsExactly("120", "240", "360");
    assertThat(ticks.getFirst().at()).isEqualTo(40, within(1e-9));
  }

  @Test
  void coloursGrowBrighter() {
    for (ColourMap map : ColourMap.values()) {
      double before = -1;
      for (int i = 0; i < ColourMap.STEPS; i++) {
        double now = lightness(map.rgb((i + 0.5) / ColourMap.STEPS));
        assertThat(now).as("%s at %d", map, i).isGreaterThan(before - 0.15);
        assertThat(i == 0 ? 0.0 : now - before).as("%s at %d", map, i).isLessThan(1);
        before = now;
      }
    }
    assertThat(ColourMap.VIRIDIS.rgb(Double.NEGATIVE_INFINITY)).isEqualTo(0x440154);
    assertThat(ColourMap.VIRIDIS.rgb(7)).isEqualTo(0xFDE725);
  }

  /// CIE 1976 L* of an sRGB colour.
  private static double lightness(int rgb) {
    double y =
        0.2126 * light(rgb >> 16 & 255)
            + 0.7152 * light(rgb >> 8 & 255)
            + 0.0722 * light(rgb & 255);
    return 116 * Math.cbrt(y) - 16;
  }

  private static double light(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
