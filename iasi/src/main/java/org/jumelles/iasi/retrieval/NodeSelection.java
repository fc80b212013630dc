package org.jumelles.iasi.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// Chooses the few monochromatic wavenumbers whose weighted sum is a channel, on training scenes
/// [Moncet2008]: node by node the one that takes most of what is left, until the scenes agree.
///
/// A node that another channel has already is taken where it does nearly as well.
final class NodeSelection {
  private static final double REACH_PER_CM = 0.9;
  private static final int GREATEST_NODES = 30;
  private static final double REUSE = 0.8;
  private static final double RIDGE_K = 2e-4;

  private final float[][] monochromatic;
  private final double firstPerCm;
  private final double stepPerCm;
  private final boolean[] used;

  /// A channel's nodes, as indices of the fine grid, and their weights.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Chosen(int[] index, double[] weight) {}

  /// @param monochromatic radiances by scene, wavenumber
  NodeSelection(float[][] monochromatic, double firstPerCm, double stepPerCm) {
    this.monochromatic = monochromatic;
    this.firstPerCm = firstPerCm;
    this.stepPerCm = stepPerCm;
    this.used = new boolean[monochromatic[0].length];
  }

  /// @param seen the channel's radiance in each scene
  /// @param perKelvin what one kelvin is worth in each scene
  Chosen choose(double wavenumberPerCm, double[] seen, double[] perKelvin, double toleranceK) {
    int from = index(wavenumberPerCm - REACH_PER_CM);
    int to = Math.min(index(wavenumberPerCm + REACH_PER_CM), monochromatic[0].length - 1);
    int scenes = seen.length;
    double[][] left = new double[to - from + 1][scenes];
    double[] whole = new double[left.length];
    double[] residual = new double[scenes];
    for (int s = 0; s < scenes; s++) {
      residual[s] = seen[s] / perKelvin[s];
      for (int j = 0; j < left.length; j++) {
        left[j][s] = monochromatic[s][from + j] / perKelvin[s];
        whole[j] += left[j][s] * left[j][s];
      }
    }
    List<Integer> chosen = new ArrayList<>();
    // More nodes than two thirds of the scenes would fit the scenes, not the channel.
    int most = Math.min(GREATEST_NODES, 2 * scenes / 3);
    while (chosen.size() < most && rms(residual) > toleranceK) {
      int best = best(left, whole, residual, from);
      if (best < 0) {
        break;
      }
      double[] direction = left[best].clone();
      double norm = Math.sqrt(dot(direction, direction));
      for (int s = 0; s < scenes; s++) {
        direction[s] /= norm;
      }
      subtract(residual, direction);
      for (double[] column : left) {
        subtract(column, direction);
      }
      chosen.add(from + best);
      used[from + best] = true;
    }
    return weighted(chosen, seen, perKelvin);
  }

  private int best(double[][] left, double[] whole, double[] residual, int from) {
    int best = -1;
    double most = 0;
    int bestUsed = -1;
    double mostUsed = 0;
    for (int j = 0; j < left.length; j++) {
      double own = dot(left[j], left[j]);
      if (own < 1e-10 * whole[j]) {
        continue;
      }
      double product = dot(left[j], residual);
      double gain = product * product / own;
      if (gain > most) {
        most = gain;
        best = j;
      }
      if (used[from + j] && gain > mostUsed) {
        mostUsed = gain;
        bestUsed = j;
      }
    }
    return mostUsed > REUSE * most ? bestUsed : best;
  }

  /// Least squares, with a ridge that keeps large opposite weights away.
  private Chosen weighted(List<Integer> chosen, double[] seen, double[] perKelvin) {
    int n = chosen.size();
    int scenes = seen.length;
    DMatrixRMaj left = new DMatrixRMaj(scenes + n, n);
    DMatrixRMaj right = new DMatrixRMaj(scenes + n, 1);
    double mean = 0;
    for (int s = 0; s < scenes; s++) {
      right.set(s, seen[s] / perKelvin[s]);
      mean += seen[s] / perKelvin[s] / scenes;
      for (int k = 0; k < n; k++) {
        left.set(s, k, monochromatic[s][chosen.get(k)] / perKelvin[s]);
      }
    }
    for (int k = 0; k < n; k++) {
      left.set(scenes + k, k, RIDGE_K * mean);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(scenes + n, n);
    DMatrixRMaj weights = new DMatrixRMaj(n, 1);
    if (!solver.setA(left)) {
      CommonOps_DDRM.fill(weights, 1.0 / n);
    } else {
      solver.solve(right, weights);
    }
    return new Chosen(
        chosen.stream().mapToInt(Integer::intValue).toArray(), weights.getData().clone());
  }

  private int index(double wavenumberPerCm) {
    return (int) Math.max(0, Math.round((wavenumberPerCm - firstPerCm) / stepPerCm));
  }

  private static void subtract(double[] from, double[] direction) {
    double along = dot(from, direction);
    for (int s = 0; s < from.length; s++) {
      from[s] -= along * direction[s];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int s = 0; s < a.length; s++) {
      sum += a[s] * b[s];
    }
    return sum;
  }

  private static double rms(double[] values) {
    return Math.sqrt(dot(values, values) / values.length);
  }
}
