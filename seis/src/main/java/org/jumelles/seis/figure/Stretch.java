package org.jumelles.seis.figure;

import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// Samples without a gap; the array is shared, not copied.
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a stretch may be a whole sol.
public record Stretch(Moment start, double samplingRateHz, double[] samples) {
  public Stretch {
    if (!(samplingRateHz > 0) || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + samplingRateHz + " Hz");
    }
  }

  Moment end() {
    return new Sampling(start, samplingRateHz, samples.length).at(samples.length);
  }
}
