package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.kernel.outcome.Outcome;

class OptimalEstimationTest {
  /// The arrays of an uncompressed or deflated NumPy archive of float64.
  private static Map<String, double[]> arrays(String name) throws IOException {
    Map<String, double[]> arrays = new HashMap<>();
    byte[] bytes = Files.readAllBytes(ReferenceData.file(name));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int header = Short.toUnsignedInt(buffer.getShort(8));
        String told = new String(buffer.array(), 10, header, StandardCharsets.US_ASCII);
        boolean big = told.contains("'>f");
        int size = told.contains("f4'") ? 4 : 8;
        ByteBuffer data =
            buffer
                .slice(10 + header, buffer.capacity() - 10 - header)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[data.capacity() / size];
        for (int i = 0; i < values.length; i++) {
          values[i] = size == 4 ? data.getFloat(4 * i) : data.getDouble(8 * i);
        }
        arrays.put(entry.getName().replace(".npy", ""), values);
      }
    }
    return arrays;
  }

  private static double[] get(Map<String, double[]> arrays, String name) {
    return java.util.Objects.requireNonNull(arrays.get(name), name);
  }

  /// The algebra of LBLRTM's own Jacobian: numbers made by another hand.
  @Test
  void theAlgebraIsTheReferences() throws IOException {
    Map<String, double[]> a = arrays("oe/co_lblrtm_jacobian.npz");
    double[] co = get(a, "co");
    int m = get(a, "v").length;
    int layers = co.length;
    DMatrixRMaj jacobian = new DMatrixRMaj(m, layers + 1);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < layers; j++) {
        jacobian.set(i, j, get(a, "K")[i * layers + j]);
      }
      jacobian.set(i, layers, get(a, "kT")[i]);
    }
    DMatrixRMaj covariance = Prior.logarithmic(get(a, "p"), 0.5, 7);
    for (int i = 0; i < layers * layers; i++) {
      assertThat(covariance.get(i)).isCloseTo(get(a, "Sa")[i], within(1e-9));
    }
    Prior prior =
        new Prior(new double[layers], covariance).with(new double[] {0}, new double[] {2});
    double[] noise = new double[m];
    System.arraycopy(get(a, "nedr"), 0, noise, 0, m);
    Outcome<Estimate> outcome =
        OptimalEstimation.DEFAULT.estimate(
            "reference",
            get(a, "R0"),
            NoiseCovariance.independent(noise),
            prior,
            state -> linear(get(a, "R0"), jacobian, state));
    Estimate estimate = outcome.found().orElseThrow();
    double dofs = 0;
    for (int i = 0; i < layers; i++) {
      dofs += estimate.kernel().get(i, i);
    }
    assertThat(dofs).isCloseTo(1.89986, within(1e-4));
    Column column = Column.of(estimate, prior, co);
    assertThat(100 * column.sigmaPerCm2() / column.perCm2()).isCloseTo(6.3425, within(1e-4));
    assertThat(100 * column.priorSigmaPerCm2() / column.perCm2()).isCloseTo(38.5965, within(1e-4));
    assertThat(estimate.converged()).isTrue();
  }

  private static ForwardModel.Evaluation linear(double[] at, DMatrixRMaj jacobian, double[] state) {
    double[] y = at.clone();
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < state.length; j++) {
        y[i] += jacobian.get(i, j) * state[j];
      }
    }
    return new ForwardModel.Evaluation(y, jacobian);
  }

  /// y = exp(x1) t + x2, from afar: the way needs damping, the answer is known.
  @Test
  void aCurvedProblemIsDescendedAndItsSigmaIsHonest() {
    Random random = new Random(7);
    int m = 60;
    double[] noise = new double[m];
    Arrays.fill(noise, 0.05);
    Prior prior = new Prior(new double[2], new DMatrixRMaj(new double[][] {{9, 0}, {0, 9}}));
    int within = 0;
    int trials = 300;
    for (int trial = 0; trial < trials; trial++) {
      double[] truth = {3 * random.nextDouble() - 1, random.nextGaussian()};
      double[] y = curve(truth, m).measurement();
      for (int i = 0; i < m; i++) {
        y[i] += noise[i] * random.nextGaussian();
      }
      Estimate estimate =
          OptimalEstimation.DEFAULT
              .estimate(
                  "curve", y, NoiseCovariance.independent(noise), prior, state -> curve(state, m))
              .found()
              .orElseThrow();
      assertThat(estimate.converged()).isTrue();
      double sigma = Math.sqrt(estimate.covariance().get(0, 0));
      within += Math.abs(estimate.state()[0] - truth[0]) < sigma ? 1 : 0;
    }
    // 68.3 % of 300 is 205, sigma 8.
    assertThat(within).isBetween(181, 229);
  }

  private static ForwardModel.Evaluation curve(double[] x, int m) {
    double[] y = new double[m];
    DMatrixRMaj jacobian = new DMatrixRMaj(m, 2);
    for (int i = 0; i < m; i++) {
      double t = (i + 1.0) / m;
      y[i] = Math.exp(x[0]) * t + x[1];
      jacobian.set(i, 0, Math.exp(x[0]) * t);
      jacobian.set(i, 1, 1);
    }
    return new ForwardModel.Evaluation(y, jacobian);
  }

  @Test
  void aSingularPriorIsRefused() {
    Prior prior = new Prior(new double[2], new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}}));
    double[] y = new double[5];
    double[] noise = {1, 1, 1, 1, 1};
    Outcome<Estimate> outcome =
        OptimalEstimation.DEFAULT.estimate(
            "s", y, NoiseCovariance.independent(noise), prior, state -> curve(state, 5));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().field()).isEqualTo("prior covariance");
  }

  @Test
  void whatDoesNotFitOrConvergeIsDoubtful() {
    Prior prior = new Prior(new double[2], new DMatrixRMaj(new double[][] {{9, 0}, {0, 9}}));
    double[] noise = new double[40];
    Arrays.fill(noise, 0.01);
    double[] zigzag = new double[40];
    for (int i = 0; i < 40; i++) {
      zigzag[i] = i % 2;
    }
    Outcome<Estimate> bad =
        OptimalEstimation.DEFAULT.estimate(
            "s", zigzag, NoiseCovariance.independent(noise), prior, state -> curve(state, 40));
    assertThat(bad).isInstanceOf(Outcome.Doubtful.class);
    assertThat(bad.defects().getLast().field()).isEqualTo("fit");
    double[] far = curve(new double[] {4, -3}, 40).measurement();
    Outcome<Estimate> unfinished =
        new OptimalEstimation(1, 0.01, 1.6)
            .estimate(
                "s", far, NoiseCovariance.independent(noise), prior, state -> curve(state, 40));
    assertThat(unfinished.defects().getFirst().field()).isEqualTo("convergence");
    zigzag[3] = Double.NaN;
    assertThat(
            OptimalEstimation.DEFAULT.estimate(
                "s", zigzag, NoiseCovariance.independent(noise), prior, state -> curve(state, 40)))
        .isInstanceOf(Outcome.Refused.class);
  }
}
