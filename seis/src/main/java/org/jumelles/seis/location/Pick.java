package org.jumelles.seis.location;

import org.jumelles.kernel.time.Moment;

/// When a phase was seen to arrive.
///
/// @param sigmaSeconds above zero
public record Pick(Moment time, double sigmaSeconds) {
  public Pick {
    if (!(sigmaSeconds > 0) || Double.isInfinite(sigmaSeconds)) {
      throw new IllegalArgumentException("a pick's sigma of " + sigmaSeconds + " s");
    }
  }
}
