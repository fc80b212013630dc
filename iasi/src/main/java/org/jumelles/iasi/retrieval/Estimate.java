package org.jumelles.iasi.retrieval;

import org.ejml.data.DMatrixRMaj;

/// The state that measurement and prior agree on. Arrays are shared, not copied.
///
/// @param covariance after the measurement
/// @param kernel averaging kernel A: how the estimate answers to the true state
/// @param noise covariance of the estimate that stems from the measurement's noise alone
/// @param degreesOfFreedom trace of the kernel
/// @param chiSquare of the fit, per channel
/// @param iterations Gauss-Newton steps taken, rejected ones too
/// @param converged true where the last step was small against its own uncertainty
/// @param fitted the measurement as the state would have it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Estimate(
    double[] state,
    DMatrixRMaj covariance,
    DMatrixRMaj kernel,
    DMatrixRMaj noise,
    double degreesOfFreedom,
    double chiSquare,
    int iterations,
    boolean converged,
    double[] fitted) {}
