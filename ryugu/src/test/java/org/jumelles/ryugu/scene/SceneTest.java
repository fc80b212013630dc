package org.jumelles.ryugu.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.matrix.Scatter;
import org.junit.jupiter.api.Test;

class SceneTest {
  private static double[] spectra(Random random, int count, int bands) {
    double[] x = new double[count * bands];
    for (int i = 0; i < count; i++) {
      double common = random.nextGaussian();
      for (int k = 0; k < bands; k++) {
        x[i * bands + k] = 100 + 5 * common * Math.sin(k) + random.nextGaussian();
      }
    }
    return x;
  }

  private static double[][] twin(double[] x, int count, int bands) {
    double[] mean = new double[bands];
    for (int i = 0; i < x.length; i++) {
      mean[i % bands] += x[i] / count;
    }
    double[][] c = new double[bands][bands];
    for (int p = 0; p < count; p++) {
      for (int i = 0; i < bands; i++) {
        for (int j = 0; j < bands; j++) {
          c[i][j] += (x[p * bands + i] - mean[i]) * (x[p * bands + j] - mean[j]) / (count - 1.0);
        }
      }
    }
    return c;
  }

  /// Awkward sizes: the panels take four spectra and two bands at once.
  @Property(tries = 100)
  void scatterEqualsThePlainTwin(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 40) int count,
      @ForAll @IntRange(min = 1, max = 17) int bands) {
    double[] x = spectra(new Random(seed), count, bands);
    int cut = count / 3;
    Scatter all = new Scatter(bands);
    all.add(Arrays.copyOf(x, cut * bands), cut);
    Scatter rest = new Scatter(bands);
    rest.add(Arrays.copyOfRange(x, cut * bands, x.length), count - cut);
    all.merge(rest);
    double[][] twin = twin(x, count, bands);
    for (int i = 0; i < bands; i++) {
      assertThat(all.covariance()[i]).containsExactly(twin[i], within(1e-9));
    }
  }

  @Test
  void eigenvaluesAddUpAndDirectionsDiagonalise() {
    double[] x = spectra(new Random(2), 500, 9);
    Scatter scatter = new Scatter(9);
    scatter.add(x, 500);
    Components pca = Components.principal("made", scatter);
    assertThat(Arrays.stream(pca.eigenvalues()).sum()).isCloseTo(pca.trace(), within(1e-9));
    double[][] y = pca.projection(3).of(x, 500);
    for (int c = 0; c < 3; c++) {
      int one = c;
      double variance = Arrays.stream(y).mapToDouble(row -> row[one] * row[one]).sum() / 499;
      assertThat(variance).isCloseTo(pca.eigenvalues()[c], within(1e-9));
    }
  }

  @Test
  void noiseFractionsOfPureNoiseAreOne() {
    Random random = new Random(3);
    double[] x = random.doubles(20_000 * 5L).map(v -> random.nextGaussian()).toArray();
    double[] differences = new double[x.length - 5];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = x[i + 5] - x[i];
    }
    Scatter scatter = new Scatter(5);
    scatter.add(x, 20_000);
    Scatter noise = new Scatter(5);
    noise.add(differences, 19_999);
    // 20,000 draws: a variance to 1 %, the ratio of two to a few of these.
    for (double value : Components.byNoise("made", scatter, noise).eigenvalues()) {
      assertThat(value).isCloseTo(1, within(0.05));
    }
  }

  @Property(tries = 50)
  void anomalyEqualsThePlainTwin(@ForAll long seed, @ForAll @IntRange(min = 1, max = 11) int n) {
    double[] x = spectra(new Random(seed), 60, n);
    Scatter scatter = new Scatter(n);
    scatter.add(x, 60);
    double[] distances = Anomaly.of("made", scatter).of(x, 60);
    // The mean of the distances is bands x (count - 1) / count, whatever the spectra.
    assertThat(Arrays.stream(distances).average().orElseThrow())
        .isCloseTo(n * 59 / 60.0, within(1e-8));
    org.ejml.data.DMatrixRMaj inverse = new org.ejml.data.DMatrixRMaj(twin(x, 60, n));
    assertThat(org.ejml.dense.row.CommonOps_DDRM.invert(inverse)).isTrue();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += (x[i] - scatter.mean()[i]) * inverse.get(i, j) * (x[j] - scatter.mean()[j]);
      }
    }
    assertThat(distances[0]).isCloseTo(sum, within(1e-8));
  }

  @Property(tries = 40)
  void findsThePurePixelsOfANoiselessMixture(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int p) {
    Random random = new Random(seed);
    int bands = 20;
    double[][] ends = new double[p][];
    for (int j = 0; j < p; j++) {
      ends[j] = random.doubles(bands, 0.1, 1).toArray();
    }
    int count = 200;
    double[] x = new double[count * bands];
    for (int i = 0; i < count; i++) {
      double[] a = random.doubles(p, 0.05, 1).toArray();
      double sum = Arrays.stream(a).sum();
      for (int j = 0; j < p; j++) {
        double fraction = i < p ? (i == j ? 1 : 0) : a[j] / sum;
        for (int k = 0; k < bands; k++) {
          x[i * bands + k] += fraction * ends[j][k];
        }
      }
    }
    int[] pure = new int[p];
    Arrays.setAll(pure, i -> i);
    Scatter scatter = new Scatter(bands);
    scatter.add(x, count);
    VertexCoordinates coordinates = VertexCoordinates.of("made", scatter, p);
    double[] y = coordinates.of(x, count);
    coordinates.level(y);
    assertThat(PureSpectra.vertices(y, count, p, seed)).containsExactlyInAnyOrder(pure);
    double[] flat =
        Arrays.stream(Components.principal("made", scatter).projection(p - 1).of(x, count))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    assertThat(PureSpectra.greatestSimplex(flat, count, p)).containsExactlyInAnyOrder(pure);
    Purity purity = Purity.drawn(scatter.mean(), 50 * p, seed);
    assertThat(purity.of(x, count, 0).counts())
        .allSatisfy(entry -> assertThat(entry.getKey()).isLessThan(p));
  }

  @Test
  void spectraWithoutANumberAreCountedAndInNoSum() {
    double[] x = spectra(new Random(5), 10, 3);
    Scatter clean = new Scatter(3);
    clean.add(x, 10);
    double[] more = Arrays.copyOf(x, 36);
    more[30] = Double.NaN;
    more[34] = Double.POSITIVE_INFINITY;
    Scatter scatter = new Scatter(3);
    scatter.add(more, 12);
    assertThat(scatter.left()).isEqualTo(2);
    assertThat(scatter.covariance()).isDeepEqualTo(clean.covariance());
    assertThat(Anomaly.of("made", scatter).of(more, 12)[10]).isNaN();
  }

  @Test
  void namesTheBandThatDoesNotVary() {
    double[] x = spectra(new Random(6), 20, 4);
    for (int i = 0; i < 20; i++) {
      x[i * 4 + 2] = 7;
    }
    Scatter scatter = new Scatter(4);
    scatter.add(x, 20);
    assertThatThrownBy(() -> Anomaly.of("cube.hdr", scatter))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("good band 3")
        .hasMessageContaining("does not vary at all");
    assertThatThrownBy(() -> Components.principal("cube.hdr", new Scatter(4)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("two or more");
  }
}
