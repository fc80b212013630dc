package org.jumelles.seis.event;

import java.util.List;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Something that may be an event, seen on one channel.
///
/// @param channel the channel's source identifier, such as `FDSN:XB_ELYSE_02_B_H_U`
/// @param span onset to end, good to some seconds
/// @param peak when the smoothed envelope of the dominant band was greatest
/// @param bands the observable bands, from low to high; at least one
/// @param dominant the band that rose most over its noise floor
/// @param type proposed, and why
/// @param quality proposed, and why
/// @param truncated whether the data end before its own end is known
/// @param evidence what was measured, in sentences
public record Candidate(
    String channel,
    Span span,
    Moment peak,
    List<BandContent> bands,
    BandContent dominant,
    Judgement<EventType> type,
    Judgement<Quality> quality,
    boolean truncated,
    List<String> evidence) {
  public Candidate {
    bands = List.copyOf(bands);
    evidence = List.copyOf(evidence);
    if (!bands.contains(dominant)) {
      throw new IllegalArgumentException("the dominant band is none of the candidate's bands");
    }
  }

  public Moment onset() {
    return span.start();
  }

  public Moment end() {
    return span.end();
  }

  /// Amplitude ratio, signal over the 120 s before, in the dominant band.
  public double snr() {
    return dominant.snr();
  }
}
