package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DipLanesTest {
  private static final int BANDS = 90;
  private static final List<BandWindow> WINDOWS = BandPlan.standard().windows();

  private static final BandFitting FITTING =
      BandFitting.of("simulated", um(), ContinuumTest.all(BANDS), WINDOWS);

  private static double[] um() {
    double[] um = new double[BANDS];
    Arrays.setAll(um, k -> 2.5 + 1.15 * k / BANDS);
    return um;
  }

  /// Bands of all depths, noise of all sizes, holes, and spectra that are none.
  private static double[] spectra(int count, Random random) {
    double[] um = um();
    double[] spectra = new double[count * BANDS];
    for (int i = 0; i < count; i++) {
      double noise = 0.02 * Math.exp(-8 * random.nextDouble());
      double depth = random.nextDouble();
      double centre = 2.6 + random.nextDouble();
      double width = 0.01 + 0.1 * random.nextDouble();
      for (int k = 0; k < BANDS; k++) {
        double dip = depth * Bell.at((um[k] - centre) / width);
        double value = 0.02 * (1 - dip) + noise * random.nextGaussian();
        boolean hole = i % 5 == 3 && random.nextInt(6) == 0;
        spectra[i * BANDS + k] = hole || i % 31 == 30 ? Double.NaN : i % 37 == 36 ? 0 : value;
      }
    }
    return spectra;
  }

  private static BandFits fit(double[] spectra, int from, int to) {
    double[] these = Arrays.copyOfRange(spectra, from * BANDS, to * BANDS);
    double[] sigmas = new double[these.length];
    Arrays.fill(sigmas, 3e-4);
    Optional<double[]> given = from % 2 == 0 ? Optional.of(sigmas) : Optional.empty();
    return FITTING.fit(these, given, to - from);
  }

  /// Fewer than eight spectra are fitted by [DipFit], one by one; more by the lanes.
  @Test
  void lanesComeToTheBitsOfOneByOne() {
    Random random = new Random(64);
    for (int count : new int[] {8, 15, 16, 17, 63, 64, 65, 200}) {
      double[] spectra = spectra(count, random);
      BandFits together = fit(spectra, 0, count);
      double[] values = new double[0];
      double[] chiSquares = new double[0];
      byte[] states = new byte[0];
      for (int from = 0; from < count; from += 6) {
        BandFits few = fit(spectra, from, Math.min(count, from + 6));
        values = join(values, few.values());
        chiSquares = join(chiSquares, few.reducedChiSquare());
        states = Arrays.copyOf(states, states.length + few.state().length);
        System.arraycopy(
            few.state(), 0, states, states.length - few.state().length, few.state().length);
      }
      assertThat(together.values()).containsExactly(values);
      assertThat(together.reducedChiSquare()).containsExactly(chiSquares);
      assertThat(together.state()).containsExactly(states);
      assertThat(states).contains(BandFits.NO_BAND, BandFits.AT_BOUND);
    }
  }

  private static double[] join(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void aLaneIsTakenOutForTheNext() {
    double[] um = Arrays.stream(um()).filter(x -> x > 2.55 && x < 2.9).toArray();
    DipDesign design = DipDesign.of(WINDOWS.subList(0, 1), um);
    DipLanes lanes = new DipLanes(design);
    DipFit fit = new DipFit(design);
    double deeper = 0.9 / DipLanes.LANES;
    for (int i = 0; i < DipLanes.LANES; i++) {
      fit.clear();
      for (int k = 0; k < um.length; k++) {
        fit.add(k, 0.02 * (1 - deeper * (i + 1) * Bell.at((um[k] - 2.72) / 0.03)), 1e-5);
      }
      assertThat(fit.begin()).isTrue();
      lanes.put(fit, i);
    }
    assertThat(lanes.isFull()).isTrue();
    boolean[] seen = new boolean[DipLanes.LANES];
    for (int step = 0; step < 100 && !lanes.isEmpty(); step++) {
      lanes.step();
      for (int lane = lanes.ended(); lane >= 0; lane = lanes.ended()) {
        int number = lanes.pixel(lane);
        assertThat(lanes.take(lane, fit, true)).isEqualTo(BandFits.FITTED);
        assertThat(Math.abs(fit.depth(0) - deeper * (number + 1))).isLessThan(1e-6);
        assertThat(seen[number]).isFalse();
        seen[number] = true;
      }
    }
    assertThat(seen).containsOnly(true);
  }
}
