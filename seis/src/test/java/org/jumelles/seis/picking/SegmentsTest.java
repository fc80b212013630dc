package org.jumelles.seis.picking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against the plain sums.
class SegmentsTest {
  @Test
  void linesAndMeansAreThoseOfPlainSums() {
    Random random = new Random(1);
    double[] series = new double[60];
    for (int i = 0; i < series.length; i++) {
      series[i] = i % 7 == 3 ? Double.NaN : 0.1 * i + random.nextGaussian();
    }
    Segments segments = new Segments(series);
    for (int[] range : new int[][] {{0, 60}, {5, 9}, {17, 48}}) {
      double[] plain = plain(series, range[0], range[1]);
      assertThat(segments.aboutMean(range[0], range[1])).isCloseTo(plain[0], within(1e-9));
      assertThat(segments.aboutLine(range[0], range[1])).isCloseTo(plain[1], within(1e-9));
      assertThat(segments.lineAt(range[0], range[1], 30)).isCloseTo(plain[2], within(1e-9));
    }
  }

  @Test
  void nothingIsNothing() {
    Segments segments = new Segments(new double[] {Double.NaN, Double.NaN});
    assertThat(segments.aboutMean(0, 2)).isZero();
    assertThat(segments.aboutLine(0, 2)).isZero();
    assertThat(segments.lineAt(0, 2, 0)).isNaN();
  }

  private static double[] plain(double[] series, int from, int to) {
    double n = 0, t = 0, y = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(series[i])) {
        n++;
        t += i;
        y += series[i];
      }
    }
    t /= n;
    y /= n;
    double tt = 0, ty = 0, yy = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(series[i])) {
        tt += (i - t) * (i - t);
        ty += (i - t) * (series[i] - y);
        yy += (series[i] - y) * (series[i] - y);
      }
    }
    double slope = ty / tt;
    double rest = 0;
    for (int i = from; i < to; i++) {
      double gap = series[i] - y - slope * (i - t);
      rest += Double.isNaN(gap) ? 0 : gap * gap;
    }
    return new double[] {yy, rest, y + slope * (30 - t)};
  }
}
