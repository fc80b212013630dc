package org.jumelles.iasi.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Optimal estimation [Rodgers2000] ch. 5: Gauss-Newton with Levenberg-Marquardt damping.
///
///     (K' Se^-1 K + (1 + g) Sa^-1) dx = K' Se^-1 (y - F(x)) - Sa^-1 (x - xa)
///
/// A step that does not lower the cost is taken back and damped ten times more. It has converged
/// where dx' S^-1 dx falls below `reducedStep` times the number of states, S^-1 = K' Se^-1 K +
/// Sa^-1.
///
/// @param greatestIterations steps, those taken back included
/// @param reducedStep squared step in units of its uncertainty, per state, at which it stops
/// @param greatestChiSquare per channel, above which the fit is doubtful
public record OptimalEstimation(
    int greatestIterations, double reducedStep, double greatestChiSquare) {
  /// Twenty steps; a step of a tenth of sigma; a fit within what 150 channels of pure noise may do.
  public static final OptimalEstimation DEFAULT = new OptimalEstimation(20, 0.01, 1.6);

  private static final String CLAUSE = "optimal estimation";
  private static final double FIRST_DAMPING = 0;

  /// Of a state's sigma that the states before it must leave free, else it is their repetition.
  private static final double LEAST_SHARE = 1e-6;
  private static final double DAMPING_STEP = 10;

  /// The estimate from one measurement.
  ///
  /// @param source what to call the measurement in a defect
  /// @param noise of the channels
  /// @return doubtful where it did not converge or does not fit; refused where a covariance is
  ///     singular or a number is not finite
  public Outcome<Estimate> estimate(
      String source, double[] measured, NoiseCovariance noise, Prior prior, ForwardModel model) {
    for (int i = 0; i < measured.length; i++) {
      if (!Double.isFinite(measured[i])) {
        return refused(source, "channel " + i, measured[i] + " with noise " + noise.sigma(i));
      }
    }
    DMatrixRMaj inversePrior = inverse(prior.covariance());
    if (inversePrior.getNumElements() == 0) {
      return refused(source, "prior covariance", "singular or not positive");
    }
    return new Descent(source, measured, noise, prior, inversePrior, model).run();
  }

  private static Outcome<Estimate> refused(String source, String field, String found) {
    return new Outcome.Refused<>(new Defect(source, new Place.Whole(), field, CLAUSE, found));
  }

  /// The inverse of a symmetric positive matrix; empty where it is not positive definite.
  private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    int n = matrix.getNumRows();
    CholeskyDecomposition_F64<DMatrixRMaj> factor = DecompositionFactory_DDRM.chol(n, true);
    if (!factor.decompose(matrix.copy())) {
      return new DMatrixRMaj(0, 0);
    }
    DMatrixRMaj root = factor.getT(null);
    for (int i = 0; i < n; i++) {
      if (!(root.get(i, i) > LEAST_SHARE * Math.sqrt(matrix.get(i, i)))) {
        return new DMatrixRMaj(0, 0);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
    solver.setA(matrix.copy());
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    solver.invert(inverse);
    return inverse;
  }

  /// The way down to the least cost.
  private final class Descent {
    private final String source;
    private final double[] measured;
    private final NoiseCovariance noise;
    private final Prior prior;
    private final DMatrixRMaj inversePrior;
    private final ForwardModel model;
    private final int n;

    Descent(
        String source,
        double[] measured,
        NoiseCovariance noise,
        Prior prior,
        DMatrixRMaj inversePrior,
        ForwardModel model) {
      this.source = source;
      this.measured = measured;
      this.noise = noise;
      this.prior = prior;
      this.inversePrior = inversePrior;
      this.model = model;
      this.n = prior.state().length;
    }

    Outcome<Estimate> run() {
      double[] state = prior.state().clone();
      ForwardModel.Evaluation at = model.at(state);
      double damping = FIRST_DAMPING;
      double cost = cost(state, at);
      boolean converged = false;
      int steps = 0;
      while (!converged && steps < greatestIterations) {
        steps++;
        DMatrixRMaj whitened = whitened(at.jacobian());
        DMatrixRMaj information = information(whitened);
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        CommonOps_DDRM.add(1, information, 1 + damping, inversePrior, hessian);
        DMatrixRMaj step = solve(hessian, gradient(state, at, whitened));
        if (step.getNumElements() == 0) {
          return refused(source, "step", "the cost's curvature is singular");
        }
        double[] next = state.clone();
        for (int i = 0; i < n; i++) {
          next[i] += step.get(i);
        }
        ForwardModel.Evaluation tried = model.at(next);
        double nextCost = cost(next, tried);
        if (nextCost <= cost * (1 + 1e-9) + 1e-9) {
          CommonOps_DDRM.addEquals(information, inversePrior);
          converged = reduced(step, information) < reducedStep * n;
          state = next;
          at = tried;
          cost = nextCost;
          damping = damping < 1 ? 0 : damping / DAMPING_STEP;
        } else {
          damping = damping == 0 ? 1 : damping * DAMPING_STEP;
        }
      }
      return judged(finish(state, at, steps, converged));
    }

    private Outcome<Estimate> judged(Estimate estimate) {
      if (!Double.isFinite(estimate.chiSquare())) {
        return refused(source, "chi-square", "not a number");
      }
      List<Defect> defects = new ArrayList<>();
      if (!estimate.converged()) {
        defects.add(
            new Defect(
                source,
                new Place.Whole(),
                "convergence",
                CLAUSE,
                "none after " + estimate.iterations() + " steps"));
      }
      if (estimate.chiSquare() > greatestChiSquare) {
        defects.add(
            new Defect(
                source,
                new Place.Whole(),
                "fit",
                CLAUSE,
                String.format(
                    Locale.ROOT,
                    "chi-square %.2f per channel, above %.2f: cloud, wrong state or wrong noise",
                    estimate.chiSquare(),
                    greatestChiSquare)));
      }
      return Outcome.of(estimate, defects);
    }

    private Estimate finish(
        double[] state, ForwardModel.Evaluation at, int steps, boolean converged) {
      DMatrixRMaj information = information(whitened(at.jacobian()));
      DMatrixRMaj total = new DMatrixRMaj(n, n);
      CommonOps_DDRM.add(information, inversePrior, total);
      DMatrixRMaj covariance = inverse(total);
      DMatrixRMaj kernel = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(covariance, information, kernel);
      DMatrixRMaj fromNoise = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(kernel, covariance, fromNoise);
      return new Estimate(
          state,
          covariance,
          kernel,
          fromNoise,
          CommonOps_DDRM.trace(kernel),
          misfit(at) / measured.length,
          steps,
          converged,
          at.measurement());
    }

    private double misfit(ForwardModel.Evaluation at) {
      double sum = 0;
      for (double one : residual(at)) {
        sum += one * one;
      }
      return sum;
    }

    /// What the state leaves of the measurement, as white noise.
    private double[] residual(ForwardModel.Evaluation at) {
      double[] residual = new double[measured.length];
      for (int i = 0; i < measured.length; i++) {
        residual[i] = measured[i] - at.measurement()[i];
      }
      noise.whiten(residual);
      return residual;
    }

    private double cost(double[] state, ForwardModel.Evaluation at) {
      DMatrixRMaj away = away(state);
      DMatrixRMaj weighted = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.mult(inversePrior, away, weighted);
      return misfit(at) + CommonOps_DDRM.dot(away, weighted);
    }

    private DMatrixRMaj away(double[] state) {
      DMatrixRMaj away = new DMatrixRMaj(n, 1);
      for (int i = 0; i < n; i++) {
        away.set(i, state[i] - prior.state()[i]);
      }
      return away;
    }

    /// The Jacobian of the white measurement, L^-1 K.
    private DMatrixRMaj whitened(DMatrixRMaj jacobian) {
      DMatrixRMaj whitened = jacobian.copy();
      noise.whiten(whitened);
      return whitened;
    }

    /// K' Se^-1 K.
    private DMatrixRMaj information(DMatrixRMaj whitened) {
      DMatrixRMaj information = new DMatrixRMaj(n, n);
      CommonOps_DDRM.multInner(whitened, information);
      return information;
    }

    private DMatrixRMaj gradient(double[] state, ForwardModel.Evaluation at, DMatrixRMaj whitened) {
      DMatrixRMaj gradient = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.multTransA(
          whitened, DMatrixRMaj.wrap(measured.length, 1, residual(at)), gradient);
      CommonOps_DDRM.multAdd(-1, inversePrior, away(state), gradient);
      return gradient;
    }

    private static DMatrixRMaj solve(DMatrixRMaj hessian, DMatrixRMaj right) {
      int n = hessian.getNumRows();
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
      if (!solver.setA(hessian)) {
        return new DMatrixRMaj(0, 0);
      }
      DMatrixRMaj step = new DMatrixRMaj(n, 1);
      solver.solve(right, step);
      return step;
    }

    private static double reduced(DMatrixRMaj step, DMatrixRMaj information) {
      DMatrixRMaj weighted = new DMatrixRMaj(step.getNumRows(), 1);
      CommonOps_DDRM.mult(information, step, weighted);
      return CommonOps_DDRM.dot(step, weighted);
    }
  }
}
