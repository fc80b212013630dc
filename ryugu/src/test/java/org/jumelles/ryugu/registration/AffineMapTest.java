package org.jumelles.ryugu.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// A pixel of one image in another, and how far off it may be.
class AffineMapTest {
  private static final double[][] PLACES = {{40, 52}, {201, 60}, {48, 210}, {190, 199}, {120, 131}};

  private static ControlPoint point(double l, double s, double tl, double ts, double sigma) {
    return new ControlPoint(l, s, tl, ts, sigma);
  }

  /// Numbers by numpy.linalg.lstsq on the same five points, weighted by their sigmas.
  @Test
  void theFitIsThatOfNumpy() {
    AffineMap map =
        AffineMap.fit(
            List.of(
                point(40, 52, 130.2, 204.5, 1.5),
                point(201, 60, 1012.1, 218.7, 1.5),
                point(48, 210, 210.0, 1069.5, 2),
                point(190, 199, 980.7, 979.6, 1),
                point(120, 131, 586.1, 625.2, 1.5)));
    Spot spot = map.locate(Spot.exact(101.5, 81.5));
    assertThat(spot.line()).isCloseTo(473.22405711, within(1e-7));
    assertThat(spot.sample()).isCloseTo(355.39926267, within(1e-7));
    assertThat(spot.lineSigma()).isCloseTo(1.2112132456764007, within(1e-9));
    assertThat(map.reducedChiSquare().orElseThrow()).isCloseTo(1.987148426536208, within(1e-9));
  }

  @Property(tries = 100)
  void anExactMapIsFoundAndGoesBothWays(
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = 0.1, max = 20) double scale,
      @ForAll @DoubleRange(min = 0, max = 255) double line,
      @ForAll @DoubleRange(min = 0, max = 255) double sample) {
    List<ControlPoint> points = new ArrayList<>();
    for (double[] place : PLACES) {
      points.add(
          point(
              place[0],
              place[1],
              7 + scale * (Math.cos(angle) * place[0] - Math.sin(angle) * place[1]),
              -9 + scale * (Math.sin(angle) * place[0] + Math.cos(angle) * place[1]),
              0.5));
    }
    AffineMap map = AffineMap.fit(points);
    Spot there = map.locate(Spot.exact(line, sample));
    assertThat(there.line())
        .isCloseTo(7 + scale * (Math.cos(angle) * line - Math.sin(angle) * sample), within(1e-8));
    assertThat(map.reducedChiSquare().orElseThrow()).isLessThan(1e-15);
    Spot back = map.locateBack(Spot.exact(there.line(), there.sample())).orElseThrow();
    assertThat(back.line()).isCloseTo(line, within(1e-8));
    assertThat(back.sample()).isCloseTo(sample, within(1e-8));
    assertThat(back.lineSigma()).isCloseTo(there.lineSigma() / scale, within(1e-8));
  }

  /// Of 4,000 noisy sets of points, 68.3 % give a place within one sigma of the true one; three
  /// standard errors of such a count are 2.2 %. The sigmas given are right, so few sets inflate
  /// theirs, and coverage may only be above.
  @Test
  void theSigmaOfAPlaceIsHonest() {
    Random random = new Random(11);
    int within = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      List<ControlPoint> points = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        double l = random.nextDouble() * 256;
        double s = random.nextDouble() * 250;
        points.add(
            point(
                l,
                s,
                10 + 5 * l + s + 2 * random.nextGaussian(),
                3 - l + 5 * s + 2 * random.nextGaussian(),
                2));
      }
      Spot spot = AffineMap.fit(points).locate(Spot.exact(100, 100));
      within += Math.abs(spot.line() - 610) <= spot.lineSigma() ? 1 : 0;
    }
    assertThat((double) within / trials).isBetween(0.683 - 0.022, 0.683 + 0.05);
  }

  @Test
  void tooSmallSigmasGrowAndAnOutlierIsTold() {
    List<ControlPoint> points = new ArrayList<>();
    for (double[] place : PLACES) {
      points.add(point(place[0], place[1], place[0], place[1], 0.1));
    }
    double good = AffineMap.fit(points).locate(Spot.exact(0, 0)).lineSigma();
    points.set(4, point(120, 131, 130, 131, 0.1));
    AffineMap bad = AffineMap.fit(points);
    assertThat(bad.reducedChiSquare().orElseThrow()).isGreaterThan(100);
    assertThat(bad.locate(Spot.exact(0, 0)).lineSigma()).isGreaterThan(10 * good);
    assertThat(bad.residuals().get(4).lineSigmas())
        .isEqualTo(
            bad.residuals().stream()
                .mapToDouble(AffineMap.Residual::lineSigmas)
                .max()
                .orElseThrow());
  }

  @Test
  void theUncertaintyOfThePlaceIsCarriedOver() {
    List<ControlPoint> points = new ArrayList<>();
    for (double[] place : PLACES) {
      points.add(point(place[0], place[1], 3 * place[0], 2 * place[1], 1e-6));
    }
    Spot spot = AffineMap.fit(points).locate(new Spot(100, 100, 0.5, 0.25, 0));
    assertThat(spot.lineSigma()).isCloseTo(1.5, within(1e-6));
    assertThat(spot.sampleSigma()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void pointsThatFixNoMapAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AffineMap.fit(List.of(point(0, 0, 0, 0, 1), point(1, 0, 1, 0, 1))))
        .withMessageContaining("needs three");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AffineMap.fit(
                    List.of(
                        point(0, 0, 0, 0, 1),
                        point(1, 1, 1, 0, 1),
                        point(2, 2, 2, 0, 1),
                        point(3, 3, 2, 0, 1))))
        .withMessageContaining("on one line");
    assertThatIllegalArgumentException().isThrownBy(() -> point(0, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> point(Double.NaN, 0, 0, 0, 1));
    assertThat(
            AffineMap.fit(List.of(point(0, 0, 0, 0, 1), point(1, 0, 1, 0, 1), point(0, 1, 0, 1, 1)))
                .reducedChiSquare())
        .isEmpty();
  }
}
