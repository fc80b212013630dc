package org.jumelles.ryugu.registration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// line' = a0 + a1 u + a2 v, sample' = b0 + b1 u + b2 v, with u, v the line and sample from the
/// centre of the control points, and the covariance of a (that of b is the same).
///
/// Three points fix the map and leave nothing to judge it by; from four on, the chi square of the
/// residuals tells whether the sigmas were right. Where they were too small, the covariance grows
/// by the reduced chi square; where they were too large, it does not shrink.
///
/// @param line a0, a1, a2
/// @param sample b0, b1, b2
/// @param covariance of a, row by row, 3 x 3
/// @param residuals of each point: found less mapped, line and sample, in sigmas
/// @param reducedChiSquare empty with three points
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record AffineMap(
    double originLine,
    double originSample,
    double[] line,
    double[] sample,
    double[] covariance,
    List<Residual> residuals,
    OptionalDouble reducedChiSquare) {
  /// Points as good as on one line: the least of their scatters over the greatest.
  private static final double LEAST_SPREAD = 1e-3;

  /// By how many sigmas a control point lies off the map.
  public record Residual(double line, double sample, double lineSigmas, double sampleSigmas) {}

  public AffineMap {
    residuals = List.copyOf(residuals);
  }

  /// The map that fits the points best.
  ///
  /// @throws IllegalArgumentException where there are fewer than three, or all are on one line
  public static AffineMap fit(List<ControlPoint> points) {
    if (points.size() < 3) {
      throw new IllegalArgumentException(
          points.size() + " control points; an affine map needs three");
    }
    double originLine = points.stream().mapToDouble(ControlPoint::fromLine).average().orElseThrow();
    double originSample =
        points.stream().mapToDouble(ControlPoint::fromSample).average().orElseThrow();
    requireSpread(points, originLine, originSample);
    int n = points.size();
    DMatrixRMaj design = new DMatrixRMaj(n, 3);
    DMatrixRMaj found = new DMatrixRMaj(n, 2);
    for (int i = 0; i < n; i++) {
      ControlPoint point = points.get(i);
      double weight = 1 / point.sigmaPixels();
      design.set(i, 0, weight);
      design.set(i, 1, weight * (point.fromLine() - originLine));
      design.set(i, 2, weight * (point.fromSample() - originSample));
      found.set(i, 0, weight * point.toLine());
      found.set(i, 1, weight * point.toSample());
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(n, 3);
    DMatrixRMaj solution = new DMatrixRMaj(3, 2);
    if (!solver.setA(design.copy())) {
      throw new IllegalArgumentException("control points on one line");
    }
    solver.solve(found, solution);
    DMatrixRMaj mapped = new DMatrixRMaj(n, 2);
    CommonOps_DDRM.mult(design, solution, mapped);
    CommonOps_DDRM.subtract(found, mapped, mapped);
    double chiSquare = 0;
    List<Residual> residuals = new java.util.ArrayList<>();
    for (int i = 0; i < n; i++) {
      double sigma = points.get(i).sigmaPixels();
      double l = mapped.get(i, 0);
      double s = mapped.get(i, 1);
      chiSquare += l * l + s * s;
      residuals.add(new Residual(l * sigma, s * sigma, l, s));
    }
    OptionalDouble reduced =
        n > 3 ? OptionalDouble.of(chiSquare / (2.0 * n - 6)) : OptionalDouble.empty();
    DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
    CommonOps_DDRM.multTransA(design, design, covariance);
    CommonOps_DDRM.invert(covariance);
    CommonOps_DDRM.scale(Math.max(1, reduced.orElse(1)), covariance);
    return new AffineMap(
        originLine,
        originSample,
        new double[] {solution.get(0, 0), solution.get(1, 0), solution.get(2, 0)},
        new double[] {solution.get(0, 1), solution.get(1, 1), solution.get(2, 1)},
        covariance.getData(),
        residuals,
        reduced);
  }

  private static void requireSpread(List<ControlPoint> points, double line, double sample) {
    double ll = 0;
    double ls = 0;
    double ss = 0;
    for (ControlPoint point : points) {
      double l = point.fromLine() - line;
      double s = point.fromSample() - sample;
      ll += l * l;
      ls += l * s;
      ss += s * s;
    }
    double mean = (ll + ss) / 2;
    double swing = Math.hypot((ll - ss) / 2, ls);
    if (!(mean - swing > LEAST_SPREAD * LEAST_SPREAD * (mean + swing))) {
      throw new IllegalArgumentException("the control points lie on one line, or on one spot");
    }
  }

  /// Where a place of the first image is in the second: its own uncertainty is carried over, that
  /// of the map comes to it.
  public Spot locate(Spot from) {
    double u = from.line() - originLine;
    double v = from.sample() - originSample;
    double[] c = covariance;
    double ofMap = c[0] + u * u * c[4] + v * v * c[8] + 2 * (u * c[1] + v * c[2] + u * v * c[5]);
    double vl = from.lineSigma() * from.lineSigma();
    double vs = from.sampleSigma() * from.sampleSigma();
    double cross = from.covariance();
    double lineVariance = quadratic(line, line, vl, vs, cross) + ofMap;
    double sampleVariance = quadratic(sample, sample, vl, vs, cross) + ofMap;
    return new Spot(
        line[0] + line[1] * u + line[2] * v,
        sample[0] + sample[1] * u + sample[2] * v,
        Math.sqrt(lineVariance),
        Math.sqrt(sampleVariance),
        quadratic(line, sample, vl, vs, cross));
  }

  private static double quadratic(double[] a, double[] b, double vl, double vs, double cross) {
    return a[1] * b[1] * vl + a[2] * b[2] * vs + (a[1] * b[2] + a[2] * b[1]) * cross;
  }

  /// The place in the first image of a place in the second, by the inverse of the same map.
  ///
  /// @return empty where the map folds the image onto a line
  public Optional<Spot> locateBack(Spot to) {
    double determinant = line[1] * sample[2] - line[2] * sample[1];
    if (determinant == 0) {
      return Optional.empty();
    }
    double l = to.line() - line[0];
    double s = to.sample() - sample[0];
    double u = (sample[2] * l - line[2] * s) / determinant;
    double v = (line[1] * s - sample[1] * l) / determinant;
    Spot there = locate(Spot.exact(originLine + u, originSample + v));
    double vl = to.lineSigma() * to.lineSigma() + there.lineSigma() * there.lineSigma();
    double vs = to.sampleSigma() * to.sampleSigma() + there.sampleSigma() * there.sampleSigma();
    double[] inverseU = {0, sample[2] / determinant, -line[2] / determinant};
    double[] inverseV = {0, -sample[1] / determinant, line[1] / determinant};
    return Optional.of(
        new Spot(
            originLine + u,
            originSample + v,
            Math.sqrt(quadratic(inverseU, inverseU, vl, vs, to.covariance())),
            Math.sqrt(quadratic(inverseV, inverseV, vl, vs, to.covariance())),
            quadratic(inverseU, inverseV, vl, vs, to.covariance())));
  }
}
