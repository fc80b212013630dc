package org.jumelles.seis.trace;

import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;

/// One uninterrupted stretch of one source, exactly as the records hold it.
///
/// @param samplingRateHz 0 for a log
/// @param samples shared, not copied
public record Segment(SourceId id, Moment start, double samplingRateHz, Samples samples) {

  public int count() {
    return samples.count();
  }

  /// The last sample; the start where there are fewer than two, or no rate.
  public Moment end() {
    return count() < 2 || samplingRateHz == 0
        ? start
        : new org.jumelles.kernel.time.Sampling(start, samplingRateHz, count()).last();
  }

  /// The same as doubles, exactly; doubles are shared, not copied.
  ///
  /// @throws IllegalArgumentException for a log
  public Trace toTrace() {
    return new Trace(id, start, samplingRateHz, samples.toDoubles());
  }
}
