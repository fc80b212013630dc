package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DipFitTest {
  private static final BandWindow OH = new BandWindow("OH", 2.55, 2.95, 2.72, 0.03);
  private static final BandWindow CH = new BandWindow("CH", 3.33, 3.55, 3.42, 0.03);
  private static final BandWindow CARBONATE = new BandWindow("carbonate", 3.30, 3.60, 3.48, 0.05);

  private static DipDesign design(double stepPerCm, List<BandWindow> windows) {
    double low = windows.stream().mapToDouble(BandWindow::lowUm).min().orElseThrow();
    double high = windows.stream().mapToDouble(BandWindow::highUm).max().orElseThrow();
    int bands = (int) ((1e4 / 0.99 - 1e4 / 3.65) / stepPerCm) + 1;
    double[] um = new double[bands];
    Arrays.setAll(um, k -> 1e4 / (1e4 / 0.99 - stepPerCm * k));
    return DipDesign.of(
        windows, Arrays.stream(um).filter(x -> x >= low && x <= high).sorted().toArray());
  }

  private static byte run(DipFit fit, double[] y, double sigma) {
    fit.clear();
    for (int k = 0; k < y.length; k++) {
      fit.add(k, y[k], sigma);
    }
    return fit.run(true);
  }

  /// Another hand's bounded fits, from 25 starts each: none is deeper than ours by more than a
  /// millionth, and the parameters are the same, whichever of two dips either calls the first.
  @Test
  void endsWhereSciPyEnds() throws Exception {
    String text;
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("fits.csv"))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int bounds = 0;
    for (String line : text.lines().toList()) {
      String[] words = line.split(",");
      List<BandWindow> windows = words[0].equals("OH") ? List.of(OH) : List.of(CH, CARBONATE);
      DipDesign design = design(Double.parseDouble(words[1]), windows);
      double[] numbers = Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
      double[] y = Arrays.copyOfRange(numbers, 2 + design.parameters(), numbers.length);
      assertThat(y).hasSize(design.channels());
      DipFit fit = new DipFit(design);
      assertThat(run(fit, y, numbers[0])).isEqualTo(BandFits.FITTED);
      int freedom = y.length - design.parameters();
      assertThat(fit.reducedChiSquare() * freedom).isCloseTo(numbers[1], within(1e-6 * numbers[1]));
      boolean turned =
          windows.size() == 2
              && (fit.centreUm(0) < fit.centreUm(1))
                  != (numbers[2 + DipModel.centre(0)] < numbers[2 + DipModel.centre(1)]);
      for (int i = 0; i < design.parameters(); i++) {
        double sigma = Math.sqrt(fit.covariance(i, i));
        double allowed = Double.isNaN(sigma) ? 1e-6 : Math.max(2e-3 * sigma, 1e-9);
        int his = !turned || i < 2 ? i : i < 5 ? i + 3 : i - 3;
        assertThat(fit.parameter(i)).isCloseTo(numbers[2 + his], within(allowed));
        bounds += Double.isNaN(sigma) ? 1 : 0;
      }
    }
    assertThat(bounds).isGreaterThan(3);
  }

  /// Where a fit says that it is at rest, chi square falls nowhere that it may go: by no parameter
  /// between its bounds, and from a bound outwards only. A foretold fall of 1e-8 allows a slope of
  /// the root of that times the number of parameters.
  @Property(tries = 300)
  void nothingIsLeftToFallAtRest(@ForAll Random random) {
    boolean two = random.nextBoolean();
    DipDesign design = design(two ? 10 : 20, two ? List.of(CH, CARBONATE) : List.of(OH));
    double[] y = new double[design.channels()];
    double sigma = 0.02 * Math.exp(-7 * random.nextDouble());
    double depth = random.nextDouble();
    double centre = design.um()[random.nextInt(y.length)];
    double width = 0.005 + 0.2 * random.nextDouble();
    for (int k = 0; k < y.length; k++) {
      double dip = depth * Bell.at((design.um()[k] - centre) / width);
      y[k] = 0.02 * (1 - dip) + sigma * random.nextGaussian();
    }
    DipFit fit = new DipFit(design);
    Assume.that(run(fit, y, sigma) == BandFits.FITTED);
    double least = 5e-4 * Math.sqrt(fit.reducedChiSquare()) + 1e-9;
    for (int i = 0; i < design.parameters(); i++) {
      assertThat(fit.parameter(i)).isBetween(design.low()[i], design.high()[i]);
      if (fit.parameter(i) > design.low()[i]) {
        assertThat(fit.descent(i)).isGreaterThan(-least);
      }
      if (fit.parameter(i) < design.high()[i]) {
        assertThat(fit.descent(i)).isLessThan(least);
      }
    }
  }

  @Test
  void whatIsNoSpectrumIsToldAndHarmsNobody() {
    DipDesign design = design(20, List.of(OH));
    DipFit fit = new DipFit(design);
    double[] y = new double[design.channels()];
    Arrays.fill(y, Double.NaN);
    assertThat(run(fit, y, 1)).isEqualTo(BandFits.NO_DATA);
    Arrays.fill(y, 0);
    assertThat(run(fit, y, 1)).isEqualTo(BandFits.NO_DATA);
    Arrays.fill(y, -0.02);
    assertThat(run(fit, y, 1)).isEqualTo(BandFits.NO_DATA);
    Arrays.fill(y, 0.02);
    assertThat(run(fit, y, 1e-4)).isEqualTo(BandFits.FITTED);
    assertThat(fit.state(0)).isNotEqualTo(BandFits.FITTED);
    assertThat(fit.depth(0)).isCloseTo(0, within(1e-6));
    y[3] = Double.POSITIVE_INFINITY;
    assertThat(run(fit, y, 1e-4)).isEqualTo(BandFits.FITTED);
    assertThat(run(fit, y, 0)).isEqualTo(BandFits.NO_DATA);
    assertThat(run(fit, y, Double.NaN)).isEqualTo(BandFits.NO_DATA);
    fit.clear();
    for (int k = 0; k < y.length; k++) {
      fit.add(k, 0.02, k == 7 ? 1e-4 : -1);
    }
    assertThat(fit.run(true)).isEqualTo(BandFits.NO_DATA);
    for (double sigma : new double[] {1e-300, 1e-150, 1e150, 1e300}) {
      for (double size : new double[] {1e-300, 1e-3, 1e300}) {
        Arrays.setAll(y, k -> size * (1 + 0.1 * Math.sin(k)));
        assertThat(run(fit, y, sigma)).isBetween(BandFits.FITTED, BandFits.AT_BOUND);
      }
    }
  }
}
