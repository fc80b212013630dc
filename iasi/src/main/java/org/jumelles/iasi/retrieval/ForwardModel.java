package org.jumelles.iasi.retrieval;

import org.ejml.data.DMatrixRMaj;

/// What a state would look like, and how that changes with it.
@FunctionalInterface
public interface ForwardModel {
  Evaluation at(double[] state);

  /// @param measurement by channel; shared
  /// @param jacobian channels x states
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Evaluation(double[] measurement, DMatrixRMaj jacobian) {}
}
