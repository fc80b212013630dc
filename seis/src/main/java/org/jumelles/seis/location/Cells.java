package org.jumelles.seis.location;

import java.util.ArrayList;
import java.util.List;

/// What the ground's motion looks like at each time and frequency of a window.
final class Cells {
  private static final int FREQUENCIES = 10;

  /// Of the Morlet wavelet: phase over one sigma of its bell.
  private static final double CYCLES_RAD = 6;

  private static final double REACH_SIGMAS = 3;
  private static final int STEPS_PER_SECOND = 4;

  /// The stretch before the window that tells the noise, and what is kept clear of it.
  private static final int NOISE_SECONDS = 100;

  private static final int GUARD_SECONDS = 10;

  /// Cells below so many times the noise's power count nothing.
  private static final double LEAST_POWER_RATIO = 2;

  private Cells() {}

  /// @param weight what the azimuth is worth: squares of the degree of polarisation and of the
  /// rectilinearity, times sin^2 of twice the incidence, which is nothing for the vertical (no
  /// azimuth) and the horizontal (no P), times the motion's amplitude at its frequency
  record Cell(
      double backAzimuthDeg,
      double incidenceDeg,
      double rectilinearity,
      double degreeOfPolarisation,
      double weight) {}

  /// How far samples count before and after a time.
  static double reachSeconds(double lowHz) {
    return REACH_SIGMAS * CYCLES_RAD / (2 * Math.PI * lowHz) + 1 / lowHz;
  }

  static List<Cell> of(
      double[][] zne, int from, int to, double rateHz, Polarisation.Settings settings) {
    List<Cell> cells = new ArrayList<>();
    int step = Math.max(1, (int) (rateHz / STEPS_PER_SECOND));
    for (int k = 0; k < FREQUENCIES; k++) {
      double ratio = settings.highHz() / settings.lowHz();
      double hz = settings.lowHz() * Math.pow(ratio, (k + 0.5) / FREQUENCIES);
      int half = (int) Math.max(1, rateHz / hz / step);
      int count = (to - from) / step + 1 + 2 * half;
      double[][][] coefficients = new double[3][][];
      for (int c = 0; c < 3; c++) {
        coefficients[c] = morlet(zne[c], from - half * step, step, count, hz / rateHz);
      }
      double greatest = 0;
      List<SpectralMatrix> matrices = new ArrayList<>();
      for (int i = half; i + half < count; i++) {
        SpectralMatrix matrix = SpectralMatrix.smoothed(coefficients, i - half, i + half);
        greatest = Math.max(greatest, matrix.trace());
        matrices.add(matrix);
      }
      double floor = noise(zne, from, step, hz / rateHz, (int) rateHz) * (2 * half + 1);
      for (SpectralMatrix matrix : matrices) {
        double clear = Math.max(0, 1 - LEAST_POWER_RATIO * floor / matrix.trace());
        if (matrix.trace() > 0) {
          cells.add(cell(matrix, clear * Math.sqrt(matrix.trace() / greatest)));
        }
      }
    }
    return cells;
  }

  /// Mean power of three components before the window, zero where nothing is known.
  private static double noise(double[][] zne, int from, int step, double cycles, int rate) {
    int first = Math.max(0, from - NOISE_SECONDS * rate);
    int count = (from - GUARD_SECONDS * rate - first) / step;
    double sum = 0;
    for (double[] component : zne) {
      double[][] u = count < 1 ? new double[2][0] : morlet(component, first, step, count, cycles);
      for (int i = 0; i < u[0].length; i++) {
        sum += u[0][i] * u[0][i] + u[1][i] * u[1][i];
      }
    }
    return count < 1 ? 0 : sum / count;
  }

  private static Cell cell(SpectralMatrix matrix, double amplitude) {
    double[] axis = matrix.principalAxis();
    double up = axis[0] < 0 ? -1 : 1;
    double incidence = Math.atan2(Math.hypot(axis[1], axis[2]), Math.abs(axis[0]));
    double azimuth = Math.toDegrees(Math.atan2(-up * axis[2], -up * axis[1]));
    double line = axis[3];
    double polarised = matrix.degreeOfPolarisation();
    double slant = Math.sin(2 * incidence);
    double worth = polarised * line * slant;
    return new Cell(
        (azimuth + 360) % 360,
        Math.toDegrees(incidence),
        line,
        polarised,
        worth * worth * amplitude);
  }

  /// Real and imaginary parts at `count` times from sample `from` on.
  private static double[][] morlet(
      double[] a, int from, int step, int count, double cyclesPerSample) {
    double sigma = CYCLES_RAD / (2 * Math.PI * cyclesPerSample);
    int reach = (int) (REACH_SIGMAS * sigma);
    double[] cosine = new double[2 * reach + 1];
    double[] sine = new double[2 * reach + 1];
    for (int j = -reach; j <= reach; j++) {
      double bell = Math.exp(-0.5 * (j / sigma) * (j / sigma)) / sigma;
      cosine[j + reach] = bell * Math.cos(2 * Math.PI * cyclesPerSample * j);
      sine[j + reach] = bell * Math.sin(2 * Math.PI * cyclesPerSample * j);
    }
    double[][] coefficients = new double[2][count];
    for (int i = 0; i < count; i++) {
      int middle = from + i * step;
      for (int j = Math.max(-reach, -middle); j <= reach && middle + j < a.length; j++) {
        coefficients[0][i] += a[middle + j] * cosine[j + reach];
        coefficients[1][i] -= a[middle + j] * sine[j + reach];
      }
    }
    return coefficients;
  }
}
