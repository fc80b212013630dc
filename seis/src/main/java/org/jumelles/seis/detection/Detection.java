package org.jumelles.seis.detection;

import java.util.List;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.Candidate;

/// What was found in one channel.
///
/// @param candidates in the order of time, not overlapping
/// @param vetoed what rose over the noise but was taken for something else, and why
/// @param notes what could not be observed or was left out, in sentences
/// @param thresholds what was used
public record Detection(
    List<Candidate> candidates,
    List<Veto> vetoed,
    List<String> notes,
    DetectionParameters thresholds) {
  public Detection {
    candidates = List.copyOf(candidates);
    vetoed = List.copyOf(vetoed);
    notes = List.copyOf(notes);
  }

  /// Something taken for no event.
  public record Veto(Span span, Cause cause, String reason) {}

  /// Why a veto was cast.
  public enum Cause {
    GLITCH,
    WIND,
    EDGE,
    SHORT
  }
}
