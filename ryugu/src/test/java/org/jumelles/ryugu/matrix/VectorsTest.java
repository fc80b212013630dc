package org.jumelles.ryugu.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The vectors give the bits of [Panels], over sizes that fit no tile.
class VectorsTest {
  private static final int[] SIZES = {1, 5, 6, 7, 8, 17, 23, 24, 25, 31, 60, 101};

  private final Random random = new Random(24);

  @BeforeEach
  void areHere() {
    assumeTrue(Vectors.ARE_HERE, "no jdk.incubator.vector, or no vectors of eight doubles");
  }

  private double[][] numbers(double[][] rows, int length) {
    for (double[] row : rows) {
      for (int k = 0; k < length; k++) {
        row[k] = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
      }
    }
    return rows;
  }

  @Test
  void squaresAreThoseOfPanels() {
    for (int n : SIZES) {
      for (int count : new int[] {0, 1, 2, 3, 24, 47}) {
        double[][] x = numbers(Panels.rows(count, n), n);
        double[][] wanted = numbers(Panels.rows(n, n), n);
        double[][] found = Panels.rows(n, Vectors.whole(n));
        for (int i = 0; i < n; i++) {
          System.arraycopy(wanted[i], 0, found[i], 0, n);
        }
        Panels.addSquares(wanted, x, count, n);
        double[] laid = Vectors.rows(count, n);
        Vectors.lay(x, count, n, laid);
        Vectors.addSquares(found, laid, count, n);
        for (int i = 0; i < n; i++) {
          assertThat(Arrays.copyOfRange(found[i], i, n))
              .as("%s rows of %s", count, n)
              .isEqualTo(Arrays.copyOfRange(wanted[i], i, n));
        }
      }
    }
  }

  @Test
  void productsAreChainsInTheOrderOfTheRows() {
    for (int depth : SIZES) {
      for (int columns : new int[] {1, 8, 24, 25, 70}) {
        double[][] a = numbers(new double[12][depth], depth);
        double[][] matrix = numbers(new double[depth][columns], columns);
        double[] turned = new double[12 * depth];
        Vectors.turn(a, 12, depth, turned);
        double[] laid = Vectors.rows(depth, columns);
        Vectors.lay(matrix, depth, columns, laid);
        double[][] found = Panels.rows(12, Vectors.whole(columns));
        Vectors.addProducts(found, turned, 10, laid, depth, columns, false);
        for (int i = 0; i < 10; i++) {
          for (int j = 0; j < columns; j++) {
            double wanted = 0;
            for (int k = 0; k < depth; k++) {
              wanted = Math.fma(a[i][k], matrix[k][j], wanted);
            }
            assertThat(found[i][j]).as("%s x %s", depth, columns).isEqualTo(wanted);
          }
        }
      }
    }
  }
}
