package org.jumelles.seis.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.Candidate;

/// What was found against what is true.
///
/// @param matches each true quake with the candidate that overlaps P to end the longest
/// @param missed true quakes without one
/// @param extra candidates that overlap no true quake
public record Scorecard(List<Match> matches, List<Truth.Quake> missed, List<Candidate> extra) {
  public Scorecard {
    matches = List.copyOf(matches);
    missed = List.copyOf(missed);
    extra = List.copyOf(extra);
  }

  /// A quake and its candidate.
  public record Match(Truth.Quake quake, Candidate candidate) {
    /// Onset found less P time, seconds.
    public double onsetErrorSeconds() {
      return quake.p().nanosUntil(candidate.onset()) / 1e9;
    }

    public boolean isTypeRight() {
      return quake.type() == candidate.type().value();
    }
  }

  public static Scorecard of(List<Truth.Quake> quakes, List<Candidate> candidates) {
    List<Match> matches = new ArrayList<>();
    List<Truth.Quake> missed = new ArrayList<>();
    for (Truth.Quake quake : quakes) {
      best(quake, candidates)
          .ifPresentOrElse(found -> matches.add(new Match(quake, found)), () -> missed.add(quake));
    }
    List<Candidate> extra =
        candidates.stream()
            .filter(c -> quakes.stream().noneMatch(q -> span(q).overlaps(c.span())))
            .toList();
    return new Scorecard(matches, missed, extra);
  }

  private static Optional<Candidate> best(Truth.Quake quake, List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> span(quake).overlaps(c.span()))
        .max((a, b) -> Long.compare(overlapNanos(quake, a), overlapNanos(quake, b)));
  }

  private static Span span(Truth.Quake quake) {
    return new Span(quake.p(), quake.end());
  }

  private static long overlapNanos(Truth.Quake quake, Candidate candidate) {
    long from = Math.max(quake.p().taiNanos(), candidate.onset().taiNanos());
    long to = Math.min(quake.end().taiNanos(), candidate.end().taiNanos());
    return to - from;
  }
}
