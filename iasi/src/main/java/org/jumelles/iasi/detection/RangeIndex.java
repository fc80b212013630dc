package org.jumelles.iasi.detection;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// The hyperspectral range index: how many standard deviations of ordinary spectra a spectrum lies
/// along the change that a target makes [Walker2011]:
///
/// ```text
/// HRI = k' S^-1 y / sqrt(k' S^-1 k)
/// S   = E (L - I) E' + I            S^-1 = I - E ((L - I)^-1 + E'E)^-1 E'   (Woodbury)
/// ```
///
/// all in units of the noise: y is the spectrum less the mean of the basis, k the target divided by
/// the noise, E and L the components and eigenvalues, cut to the channels in use. S comes from the
/// basis, so no archive of spectra is needed.
///
/// L holds the noise already, so L - I is the signal's part: on the real line of 2012 the scores of
/// the last thirty components of band 1 have a mean square of 0.996 to 1.08 of their eigenvalue,
/// where L as the signal alone would make them exceed it by the noise. The noise is not white:
/// apodisation correlates neighbours. So the index is not N(0,1) on real spectra, its spread is
/// about 1.5, and its threshold is calibrated, not looked up.
public final class RangeIndex {
  private final BandBasis basis;
  private final int from;
  private final double[] weights;

  /// @param basis of the band that holds the channels
  /// @param firstChannel of those in use, from one
  /// @param target how radiance changes where the target is, in W m-2 sr-1 (m-1)-1 or any multiple,
  /// one value a channel from `firstChannel` on
  public RangeIndex(BandBasis basis, int firstChannel, double[] target) {
    this.basis = basis;
    this.from = firstChannel - basis.firstChannel();
    if (from < 0 || target.length < 2 || from + target.length > basis.channels()) {
      throw new IllegalArgumentException(
          "channels "
              + firstChannel
              + " to "
              + (firstChannel + target.length - 1)
              + " are not within the band's "
              + basis.firstChannel()
              + " to "
              + basis.lastChannel());
    }
    this.weights = weights(target);
  }

  private double[] weights(double[] target) {
    double[] k = new double[target.length];
    for (int c = 0; c < k.length; c++) {
      k[c] = target[c] / basis.noise()[from + c];
      if (!Double.isFinite(k[c])) {
        throw new IllegalArgumentException("the target is not finite in its channel " + (c + 1));
      }
    }
    double[] solved = solve(k);
    double norm = Combination.product(k, solved);
    if (!(norm > 0)) {
      throw new IllegalArgumentException("the target changes nothing in these channels");
    }
    for (int c = 0; c < k.length; c++) {
      solved[c] /= Math.sqrt(norm);
    }
    return solved;
  }

  /// S^-1 k by Woodbury: a system of as many unknowns as there are components.
  private double[] solve(double[] k) {
    int size = basis.size();
    DMatrixRMaj cut = new DMatrixRMaj(size, k.length);
    for (int v = 0; v < size; v++) {
      System.arraycopy(basis.vectors()[v], from, cut.data, v * k.length, k.length);
    }
    DMatrixRMaj inner = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multTransB(cut, cut, inner);
    for (int v = 0; v < size; v++) {
      // An eigenvalue at the noise's own has no signal in it: a signal of almost nothing.
      double signal = Math.max(basis.eigenvalues()[v] - 1, 1e-9);
      inner.add(v, v, 1 / signal);
    }
    DMatrixRMaj target = DMatrixRMaj.wrap(k.length, 1, k);
    DMatrixRMaj along = new DMatrixRMaj(size, 1);
    CommonOps_DDRM.mult(cut, target, along);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
    if (!solver.setA(inner)) {
      throw new IllegalArgumentException("the basis has no covariance that can be inverted");
    }
    DMatrixRMaj inside = new DMatrixRMaj(size, 1);
    solver.solve(along, inside);
    DMatrixRMaj taken = new DMatrixRMaj(k.length, 1);
    CommonOps_DDRM.multTransA(cut, inside, taken);
    double[] solved = new double[k.length];
    for (int c = 0; c < k.length; c++) {
      solved[c] = k[c] - taken.data[c];
    }
    return solved;
  }

  public int firstChannel() {
    return basis.firstChannel() + from;
  }

  public int channels() {
    return weights.length;
  }

  /// The index of spectra that are [Compression#normalised] by the same basis.
  public double[] of(double[][] normalised) {
    double[] all = new double[normalised.length];
    for (int p = 0; p < all.length; p++) {
      double sum = 0;
      for (int c = 0; c < weights.length; c++) {
        sum += weights[c] * normalised[p][from + c];
      }
      all[p] = sum;
    }
    return all;
  }
}
