package org.jumelles.seis.location;

import org.jumelles.kernel.time.Moment;

/// How far an event was, and when.
///
/// @param pdf by distance in degrees
/// @param originTime by the P time at each distance, weighted by the density
/// @param originSigmaSeconds above zero
/// @param methodId names the method as QuakeML does
public record Distance(Density pdf, Moment originTime, double originSigmaSeconds, String methodId) {
  public static final String GUIDED = "smi:org.jumelles/algorithms/distance/Pg-Sg";

  /// The median of the density.
  public double degrees() {
    return pdf.median();
  }

  public double sigmaDeg() {
    return pdf.sigma();
  }
}
