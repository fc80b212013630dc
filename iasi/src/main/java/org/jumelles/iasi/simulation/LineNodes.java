package org.jumelles.iasi.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.transfer.LineShape;

/// Monochromatic wavenumbers that lie close about each line and wide between lines, and the weights
/// that make channels of them.
///
/// Radiance between nodes is taken as a cubic through the nearest four; on a fine even grid that is
/// weighed by the line shape `K(d) = 2 integral from 0 to 2 cm of A(x) cos(2 pi d x) dx`, A being
/// the apodisation. Both are linear, so that one row of weights a channel does both. Arrays are
/// shared.
///
/// @param index of the nodes on the fine grid, ascending
/// @param first node of each channel
/// @param weight of that node and those that follow, by channel
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record LineNodes(int[] index, int[] first, float[][] weight) {
  private static final double GROWTH = 1.2;
  private static final int EVEN_STEPS = 8;
  private static final double REACH_PER_CM = 15;
  private static final int QUADRATURE = 400;

  /// @param grid begins a [LineShape#MARGIN_PER_CM] before the first channel
  /// @param linesPerCm where the lines are
  static LineNodes of(SpectralGrid grid, double[] linesPerCm, int channels) {
    int[] index = nodes(grid, linesPerCm);
    double[] shape = shape(grid.stepPerCm());
    int[] from = new int[grid.count()];
    float[][] cubic = new float[grid.count()][];
    for (int f = 0; f < cubic.length; f++) {
      int at = Arrays.binarySearch(index, f);
      int below = at >= 0 ? at : -at - 2;
      from[f] = Math.clamp(below - 1, 0, index.length - 4);
      cubic[f] = cubic(index, from[f], f);
    }
    int[] first = new int[channels];
    float[][] weight = new float[channels][];
    for (int c = 0; c < channels; c++) {
      double centre = (LineShape.MARGIN_PER_CM + c * LineShape.CHANNEL_PER_CM) / grid.stepPerCm();
      int middle = (int) Math.round(centre);
      int low = Math.max(0, middle - shape.length + 1);
      int high = Math.min(grid.count() - 1, middle + shape.length - 1);
      double[] sums = new double[from[high] + 4 - from[low]];
      double whole = 0;
      for (int f = low; f <= high; f++) {
        double part = shape[Math.abs(f - middle)];
        whole += part;
        for (int k = 0; k < 4; k++) {
          sums[from[f] + k - from[low]] += part * cubic[f][k];
        }
      }
      first[c] = from[low];
      weight[c] = new float[sums.length];
      for (int k = 0; k < sums.length; k++) {
        weight[c][k] = (float) (sums[k] / whole);
      }
    }
    return new LineNodes(index, first, weight);
  }

  private static int[] nodes(SpectralGrid grid, double[] linesPerCm) {
    TreeSet<Integer> all = new TreeSet<>(List.of(0, grid.count() - 1));
    List<Integer> centres = new ArrayList<>();
    for (double line : linesPerCm) {
      centres.add((int) Math.round((line - grid.firstPerCm()) / grid.stepPerCm()));
    }
    centres.sort(null);
    for (int i = 0; i < centres.size(); i++) {
      int centre = centres.get(i);
      int left = i == 0 ? centre : (centre - centres.get(i - 1)) / 2;
      int right = i == centres.size() - 1 ? grid.count() : (centres.get(i + 1) - centre) / 2;
      for (double away = 0; away <= Math.max(left, right); away = next(away)) {
        int offset = (int) Math.round(away);
        add(all, grid, centre - Math.min(offset, left));
        add(all, grid, centre + Math.min(offset, right));
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double next(double away) {
    return away < EVEN_STEPS ? away + 1 : away * GROWTH;
  }

  private static void add(TreeSet<Integer> all, SpectralGrid grid, int index) {
    if (index >= 0 && index < grid.count()) {
      all.add(index);
    }
  }

  /// Lagrange's weights of four nodes at a place.
  private static float[] cubic(int[] index, int from, int place) {
    float[] weights = new float[4];
    for (int k = 0; k < 4; k++) {
      double weight = 1;
      for (int m = 0; m < 4; m++) {
        if (m != k) {
          weight *= (place - index[from + m]) / (double) (index[from + k] - index[from + m]);
        }
      }
      weights[k] = (float) weight;
    }
    return weights;
  }

  /// The line shape by steps from its middle, by Simpson's rule.
  private static double[] shape(double stepPerCm) {
    double[] shape = new double[(int) Math.round(REACH_PER_CM / stepPerCm)];
    double width = 2.0 / QUADRATURE;
    double[] apodised = new double[QUADRATURE + 1];
    for (int q = 0; q <= QUADRATURE; q++) {
      int simpson = q == 0 || q == QUADRATURE ? 1 : q % 2 == 0 ? 2 : 4;
      apodised[q] = simpson * width / 3 * 2 * LineShape.apodisation(q * width * (1 - 1e-12));
    }
    for (int d = 0; d < shape.length; d++) {
      double turn = 2 * Math.PI * d * stepPerCm * width;
      for (int q = 0; q <= QUADRATURE; q++) {
        shape[d] += apodised[q] * Math.cos(turn * q);
      }
    }
    return shape;
  }

  /// A channel's radiance out of the nodes'.
  double channel(int channel, double[] atNodes) {
    float[] weights = weight[channel];
    int from = first[channel];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * atNodes[from + k];
    }
    return sum;
  }
}
