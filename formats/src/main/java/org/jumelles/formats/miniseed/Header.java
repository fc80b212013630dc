package org.jumelles.formats.miniseed;

import java.nio.ByteOrder;
import java.util.List;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Moment;

/// What a header of either version says of its record.
///
/// @param version 2 or 3
/// @param samplingRateHz 0 where there is none, as in a log
/// @param samples how many, checked against what the payload can hold
/// @param length of the whole record in bytes
/// @param order of the header's fields
/// @param defects what is odd but does not spoil the record
record Header(
    int version,
    SourceId sourceId,
    Moment start,
    double samplingRateHz,
    int samples,
    int length,
    ByteOrder order,
    Payload payload,
    List<Defect> defects) {

  /// Whether the last sample, and some after it, can be given instants: they end in 2262.
  static boolean reaches(Moment start, double samplingRateHz, int samples) {
    double spanNanos = samplingRateHz == 0 ? 0 : (samples + 2) / samplingRateHz * 1e9;
    return spanNanos + start.taiNanos() < 9.2e18;
  }

  /// Where in the record the samples stand, and how.
  record Payload(Encoding encoding, int offset, int length, ByteOrder order) {}
}
