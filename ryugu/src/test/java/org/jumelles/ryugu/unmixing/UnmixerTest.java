package org.jumelles.ryugu.unmixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.Test;

class UnmixerTest {
  private static final UnmixingMethod NNLS = new UnmixingMethod.NonNegative();
  private static final UnmixingMethod FCLS = new UnmixingMethod.FullyConstrained();

  /// 1e-9 of an abundance: the normal equations of these endmembers hold 1e-12.
  private static final double EXACT = 1e-9;

  @Test
  void agreesWithScipyOnNonNegative() {
    agrees(Problems.read("nnls.csv"), NNLS);
  }

  @Test
  void agreesWithExhaustionByAnotherHandOnFullyConstrained() {
    agrees(Problems.read("fcls.csv"), FCLS);
  }

  @Test
  void agreesWithScipyOnSparse() {
    Abundances made = agrees(Problems.read("sparse.csv"), new UnmixingMethod.Sparse(0.05, 1e-6));
    assertThat(Arrays.stream(made.gap()).max().orElseThrow()).isLessThan(1e-12);
  }

  private static Abundances agrees(Problems problems, UnmixingMethod method) {
    Abundances made =
        Unmixer.of(problems.endmembers(), method).solve(problems.spectra(), problems.pixels());
    for (int i = 0; i < made.fractions().length; i++) {
      assertThat(made.fractions()[i]).isCloseTo(problems.answers()[i], within(EXACT));
    }
    assertThat(Arrays.stream(made.violation()).max().orElseThrow()).isLessThan(1e-12);
    for (int i = 0; i < made.pixels(); i++) {
      // Every fourth is without noise: what is not in it has a multiplier of zero.
      boolean brink = i % 4 == 0 && !(method instanceof UnmixingMethod.Sparse);
      assertThat(made.state()[i]).isEqualTo(brink ? Abundances.DEGENERATE : Abundances.SOLVED);
    }
    return made;
  }

  @Property(tries = 300)
  void equalsThePlainTwin(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int p, @ForAll boolean sumToOne) {
    Random random = new Random(seed);
    double[][] rows = randomRows(random, p, p + random.nextInt(12));
    double[] x = random.doubles(rows[0].length, -0.2, 1.5).toArray();
    double penalty = !sumToOne && random.nextBoolean() ? 0.1 : 0;
    UnmixingMethod method =
        sumToOne ? FCLS : penalty > 0 ? new UnmixingMethod.Sparse(penalty, 1e-6) : NNLS;
    Endmembers endmembers = Problems.endmembers(rows);
    Assume.that(endmembers.conditionNumber() < 1e4);
    Abundances made = Unmixer.of(endmembers, method).solve(x, 1);
    double[] twin = Exhaustion.solve(rows, x, sumToOne, penalty);
    double allowed = 1e-13 * Math.pow(endmembers.conditionNumber(), 2) + 1e-11;
    for (int j = 0; j < p; j++) {
      assertThat(made.fractions()[j]).isCloseTo(twin[j], within(allowed));
    }
    assertThat(made.violation()[0]).isLessThan(1e-11);
    double squared = 2 * Exhaustion.value(rows, x, made.fractions(), 0);
    assertThat(made.rmse()[0]).isCloseTo(Math.sqrt(squared / x.length), within(1e-9));
  }

  @Property(tries = 100)
  void growsToTheSameAsItExchanges(@ForAll long seed, @ForAll boolean sumToOne) {
    Random random = new Random(seed);
    Endmembers endmembers = Problems.endmembers(randomRows(random, 12, 60));
    double[] right = random.doubles(12, -5, 30).toArray();
    ActiveSet exchanged = new ActiveSet(endmembers, sumToOne);
    exchanged.solve(right, 5);
    ActiveSet grown = new ActiveSet(endmembers, sumToOne);
    grown.solveByGrowth(right, 5);
    assertThat(grown.in).containsExactly(exchanged.in);
    assertThat(grown.a).containsExactly(exchanged.a);
  }

  @Property(tries = 50)
  void aPixelDoesNotDependOnItsNeighbours(@ForAll long seed) {
    Random random = new Random(seed);
    Unmixer unmixer = Unmixer.of(Problems.endmembers(randomRows(random, 5, 17)), NNLS);
    for (int count : new int[] {0, 1, 3, 4, 7, 8, 17}) {
      double[] block = random.doubles(count * 17L, 0, 1).toArray();
      double[] together = unmixer.solve(block, count).fractions();
      for (int i = 0; i < count; i++) {
        double[] one = Arrays.copyOfRange(block, i * 17, (i + 1) * 17);
        assertThat(unmixer.solve(one, 1).fractions())
            .containsExactly(Arrays.copyOfRange(together, i * 5, (i + 1) * 5));
      }
    }
  }

  @Test
  void holdsNineDigitsWhereEndmembersNearlyAgree() {
    Random random = new Random(7);
    double[][] rows = randomRows(random, 4, 50);
    for (int k = 0; k < 50; k++) {
      rows[3][k] = rows[2][k] + 1e-5 * rows[3][k];
    }
    Endmembers endmembers = Problems.endmembers(rows);
    assertThat(endmembers.conditionNumber()).isGreaterThan(1e5);
    assertThat(endmembers.anglesRad()[3]).isLessThan(1e-4);
    double[] truth = {0.2, 0.1, 0.3, 0.4};
    double[] x = mixture(rows, truth);
    for (UnmixingMethod method : List.of(NNLS, FCLS)) {
      Abundances made = Unmixer.of(endmembers, method).solve(x, 1);
      for (int j = 0; j < 4; j++) {
        assertThat(made.fractions()[j]).isCloseTo(truth[j], within(EXACT));
      }
      assertThat(made.state()[0]).isEqualTo(Abundances.SOLVED);
    }
  }

  @Test
  void sigmaIsTheScatterOfRepeatedNoise() {
    Random random = new Random(11);
    double[][] rows = randomRows(random, 3, 60);
    double[] clean = mixture(rows, new double[] {0.5, 0.2, 0.3});
    for (UnmixingMethod method : List.of(NNLS, FCLS)) {
      Unmixer unmixer = Unmixer.of(Problems.endmembers(rows), method);
      double[] block = new double[4000 * 60];
      for (int i = 0; i < block.length; i++) {
        block[i] = clean[i % 60] + 0.01 * random.nextGaussian();
      }
      Abundances made = unmixer.solve(block, 4000);
      double scatter = 0;
      double told = 0;
      for (int i = 0; i < 4000; i++) {
        scatter += Math.pow(made.fractions()[3 * i] - 0.5, 2);
        told += Math.pow(made.sigma()[3 * i], 2);
      }
      // 4,000 draws tell a variance to 2.2 %: three of these.
      assertThat(told / scatter).isCloseTo(1, within(0.07));
    }
  }

  @Test
  void saysWhereThereIsNoNumber() {
    Unmixer unmixer = Unmixer.of(Problems.endmembers(randomRows(new Random(1), 2, 6)), NNLS);
    double[] block = new double[18];
    Arrays.fill(block, 0.5);
    block[8] = Double.NaN;
    block[12] = Double.POSITIVE_INFINITY;
    Abundances made = unmixer.solve(block, 3);
    assertThat(made.state())
        .containsExactly(Abundances.SOLVED, Abundances.NO_DATA, Abundances.NO_DATA);
    assertThat(Arrays.copyOfRange(made.fractions(), 2, 6)).containsOnly(Double.NaN);
    assertThat(made.rmse()[1]).isNaN();
  }

  @Test
  void aBandThatIsBadHasNoSay() {
    double[][] rows = randomRows(new Random(3), 2, 8);
    double[] x = mixture(rows, new double[] {0.3, 0.6});
    x[2] = Double.NaN;
    x[5] = 1e30;
    rows[0][5] = Double.NaN;
    boolean[] good = new boolean[8];
    Arrays.fill(good, true);
    good[2] = false;
    Endmembers endmembers = Endmembers.of("lib", List.of("a", "b"), rows, good);
    assertThat(endmembers.used()).containsExactly(0, 1, 3, 4, 6, 7);
    Abundances made = Unmixer.of(endmembers, NNLS).solve(x, 1);
    assertThat(made.fractions()[0]).isCloseTo(0.3, within(EXACT));
    assertThat(made.fractions()[1]).isCloseTo(0.6, within(EXACT));
  }

  @Test
  void refusesAnEndmemberThatIsAMixtureOfTheOthers() {
    double[][] rows = randomRows(new Random(5), 3, 20);
    for (int k = 0; k < 20; k++) {
      rows[1][k] = 0.25 * rows[0][k] + 0.5 * rows[2][k];
    }
    Endmembers endmembers = Problems.endmembers(rows);
    assertThatThrownBy(() -> Unmixer.of(endmembers, FCLS))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("a mixture of the other endmembers");
    double[] x = mixture(rows, new double[] {0.2, 0.2, 0.2});
    Abundances sparse = Unmixer.of(endmembers, new UnmixingMethod.Sparse(1e-3, 1e-6)).solve(x, 1);
    assertThat(sparse.gap()[0]).isLessThan(1e-6);
  }

  @Test
  void refusesEndmembersOfNothing() {
    boolean[] none = new boolean[3];
    List<String> one = List.of("dark");
    double[][] zero = {{0, 0, 0}};
    assertThatThrownBy(() -> Endmembers.of("lib", one, new double[][] {{1, 2, 3}}, none))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("no band has a number in all and is good in the cube");
    assertThatThrownBy(() -> Problems.endmembers(zero))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("zero in every good band");
    assertThatThrownBy(() -> Endmembers.of("lib", one, zero, new boolean[4]))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("3 bands where the cube has 4");
  }

  private static double[][] randomRows(Random random, int p, int bands) {
    double[][] rows = new double[p][];
    for (int j = 0; j < p; j++) {
      rows[j] = random.doubles(bands, 0, 1).toArray();
    }
    return rows;
  }

  private static double[] mixture(double[][] rows, double[] fractions) {
    double[] x = new double[rows[0].length];
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < x.length; k++) {
        x[k] += fractions[j] * rows[j][k];
      }
    }
    return x;
  }
}
