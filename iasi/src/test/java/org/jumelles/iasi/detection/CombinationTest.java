package org.jumelles.iasi.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The blocked sum equals its plain twin over awkward sizes.
class CombinationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 90, 1000})
  void blockedEqualsPlain(int rows) {
    Random random = new Random(rows);
    for (int columns : new int[] {1, 3, 8, 90, 121}) {
      double[][] weights = fill(random, 5, rows);
      double[][] matrix = fill(random, rows, columns);
      double[][] fast = fill(random, 5, columns);
      double[][] plain = new double[5][];
      for (int i = 0; i < 5; i++) {
        plain[i] = fast[i].clone();
      }
      Combination.add(weights, matrix, fast);
      Combination.addPlainly(weights, matrix, plain);
      for (int i = 0; i < 5; i++) {
        // 1000 products of about one: rounding stays far below 1e-11.
        assertThat(fast[i]).containsExactly(plain[i], within(1e-11));
      }
    }
  }

  private static double[][] fill(Random random, int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return all;
  }
}
