package org.jumelles.iasi.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CompressionTest {
  /// What lies in the span of the components comes back whole.
  @Property(tries = 50)
  void scoresOfAReconstructionAreTheScores(
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @IntRange(min = 30, max = 200) int channels,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    BandBasis basis = Bases.of(100, channels, size, seed);
    Compression compression = new Compression(basis);
    Random random = new Random(seed);
    double[] scores = random.doubles(size, -100, 100).toArray();
    double[] radiance = compression.reconstruct(new double[][] {scores})[0];
    double[] normalised = new double[channels];
    Arrays.setAll(normalised, c -> radiance[c] / basis.noise()[c] - basis.mean()[c]);
    double[] again = compression.scores(new double[][] {normalised})[0];
    assertThat(again).containsExactly(scores, within(1e-9));
  }

  /// Rounding errors of scores are orthogonal to the residual, so the two add in squares.
  @Test
  void quantisationCostsWhatItsFormulaSays() {
    BandBasis basis = Bases.of(1, 100, 10, 4);
    Random random = new Random(4);
    double[] y = random.doubles(100, -3, 3).toArray();
    Compression compression = new Compression(basis);
    double[][] scores = compression.scores(new double[][] {y});
    double[] residual = y.clone();
    double[] rounded = y.clone();
    for (int v = 0; v < 10; v++) {
      double coarse = Math.rint(scores[0][v] / 0.5) * 0.5;
      for (int c = 0; c < 100; c++) {
        residual[c] -= scores[0][v] * basis.vectors()[v][c];
        rounded[c] -= coarse * basis.vectors()[v][c];
      }
    }
    BandScores told = new BandScores(basis, scores, new double[][] {residual});
    double truth = Math.sqrt(Combination.product(rounded, rounded) / 100);
    assertThat(told.quantisedRms(0, 0.5)).isCloseTo(truth, within(1e-12));
    assertThat(told.quantisedRms(0, 0.5)).isGreaterThan(told.residualRms(0));
  }

  /// White noise of one leaves an outlier score of one.
  @Test
  void noiseHasAnOutlierScoreOfOne() {
    BandBasis basis = Bases.of(1, 2000, 90, 5);
    Random random = new Random(5);
    double[] y = random.doubles(2000).map(_ -> random.nextGaussian()).toArray();
    Compression compression = new Compression(basis);
    double[][] scores = compression.scores(new double[][] {y});
    double[] residual = y.clone();
    for (int v = 0; v < 90; v++) {
      for (int c = 0; c < 2000; c++) {
        residual[c] -= scores[0][v] * basis.vectors()[v][c];
      }
    }
    BandScores told = new BandScores(basis, scores, new double[][] {residual});
    // Four standard deviations of the RMS of 1910 free values.
    assertThat(told.outlierScore(0)).isCloseTo(1, within(4 / Math.sqrt(2 * 1910)));
  }
}
