package org.jumelles.iasi.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jumelles.iasi.calibration.DetailedWord.Meaning;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Imager;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static ScanLine line(short[] counts) {
    double[] none = new double[120];
    float[] few = new float[120];
    return new ScanLine(
        0,
        new Moment[30],
        new boolean[120],
        counts,
        ScaleFactors.USUAL,
        new Geometry(none, none, none, none, none, none),
        new Quality(new byte[360], new int[120], Quality.Word.NONE),
        new Imager(few, few, new float[840], new float[5040], new float[5040]));
  }

  /// Each of the 65,536 integers in each of the five ranges of scale, against Planck's law as it is
  /// written down; 1e-13 K/K is some roundings.
  @Test
  void theFastKernelGivesWhatThePlainFormulaGives() {
    short[] counts = new short[120 * Channels.COUNT];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) (i * 7);
    }
    ScanLine line = line(counts);
    Calibration calibration = new Calibration(ScaleFactors.USUAL);
    double[] factors = ScaleFactors.USUAL.factors();
    double[] radiances = new double[Channels.COUNT + 3];
    double[] temperatures = new double[Channels.COUNT + 3];
    for (int pixel = 0; pixel < 120; pixel += 7) {
      calibration.radiances(line, pixel, radiances, 3);
      calibration.temperaturesK(line, pixel, temperatures, 3);
      for (int i = 0; i < Channels.COUNT; i++) {
        double radiance = counts[ScanLine.at(pixel) + i] * factors[i];
        double plain = Planck.temperatureK(100 * Channels.wavenumberPerCm(i + 1), radiance);
        assertThat(radiances[3 + i]).isEqualTo(radiance);
        if (Double.isNaN(plain)) {
          assertThat(temperatures[3 + i]).isNaN();
        } else if (Math.abs(temperatures[3 + i] - plain) > 1e-13 * plain) {
          assertThat(temperatures[3 + i]).isCloseTo(plain, within(1e-13 * plain));
        }
      }
    }
  }

  @Property
  void theLogarithmIsThatOfTheLibrary(
      @ForAll @DoubleRange(min = 1, max = 1e15) double large,
      @ForAll @DoubleRange(min = 0.01, max = 3) double small) {
    for (double x : new double[] {large, small, 1 + 1 / large}) {
      double expected = Math.log(x);
      double tolerance = Math.max(2e-16, 4 * Math.ulp(expected));
      assertThat(Logarithm.ln(x)).isCloseTo(expected, within(tolerance));
    }
  }

  @Test
  void aSetBitIsToldInBothReadings() {
    assertThat(DetailedWord.explain(0x8000, Quality.Word.EPS))
        .containsExactly(
            new Meaning(0x8000, DetailedWord.EPS, "hardware"),
            new Meaning(0x8000, DetailedWord.WMO, "NZPD or complex calibration error"));
    assertThat(DetailedWord.explain(0x10000, Quality.Word.BUFR_040020))
        .containsExactly(
            new Meaning(0x10000, DetailedWord.WMO, "NZPD or complex calibration error"));
    assertThat(DetailedWord.explain(0, Quality.Word.EPS)).isEmpty();
    assertThat(DetailedWord.explain(-1, Quality.Word.EPS)).isEmpty();
    assertThat(DetailedWord.explain(0xFFFF, Quality.Word.EPS)).hasSize(32);
  }

  /// Two classes, a quarter and three quarters: mean 7, within 1, between sqrt(3), together 2.
  @Test
  void clustersAddUpWithinAndBetweenClasses() {
    float[] shares = new float[840];
    shares[7] = 0.25F;
    shares[8] = 0.75F;
    float[] means = new float[5040];
    float[] spreads = new float[5040];
    Arrays.fill(means, 42, 48, 4);
    Arrays.fill(means, 48, 54, 8);
    Arrays.fill(spreads, 42, 54, 1);
    Imager imager = new Imager(new float[120], new float[120], shares, means, spreads);

    Clusters clusters = Clusters.of(imager, 1);

    assertThat(clusters.classes()).isEqualTo(2);
    assertThat(clusters.largestShare()).isEqualTo(0.75);
    assertThat(clusters.mean()[4]).isEqualTo(7);
    assertThat(clusters.spread()[4]).isEqualTo(2);
    assertThat(Clusters.of(imager, 0).classes()).isZero();
    assertThat(Clusters.of(imager, 0).spread()[4]).isNaN();
  }
}
