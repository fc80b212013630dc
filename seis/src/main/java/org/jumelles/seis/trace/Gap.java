package org.jumelles.seis.trace;

import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;

/// What lies between one segment and the next of the same source.
///
/// @param from one sampling interval after the last sample before it: where the next was expected
/// @param to the first sample after it; before `from` where the two overlap
/// @param samples how many are missing; negative where they overlap
public record Gap(SourceId id, Moment from, Moment to, double samples) {

  public boolean isOverlap() {
    return samples < 0;
  }
}
