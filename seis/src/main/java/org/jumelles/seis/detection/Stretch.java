package org.jumelles.seis.detection;

import org.jumelles.kernel.time.Moment;

/// Evenly sampled values without a gap; the array is shared, not copied.
///
/// @param samplingRateHz above zero
/// @param samples any unit
@SuppressWarnings("ArrayRecordComponent") // shared, never a key
public record Stretch(Moment start, double samplingRateHz, double[] samples) {
  public Stretch {
    if (!(samplingRateHz > 0) || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + samplingRateHz + " Hz");
    }
  }
}
