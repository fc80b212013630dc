package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;
import org.jumelles.seis.location.BackAzimuth;
import org.jumelles.seis.location.Distance;
import org.jumelles.seis.location.Epicentre;
import org.jumelles.seis.magnitude.Magnitudes;
import org.jumelles.seis.picking.Picks;

/// One event, or one analyst's view of it.
///
/// @param candidate what was seen, on one channel
/// @param type by all components where there are three
/// @param quality of the location
/// @param doubts of the steps, in sentences
public record Solution(
    Candidate candidate,
    Judgement<EventType> type,
    Judgement<Quality> quality,
    Picks picks,
    Optional<Distance> distance,
    Optional<BackAzimuth> backAzimuth,
    Optional<Epicentre> epicentre,
    Optional<Magnitudes> magnitudes,
    List<String> doubts) {
  public Solution {
    doubts = List.copyOf(doubts);
  }

  /// The same, judged anew, with what spoke for it among the doubts.
  public Solution judged(Judgement<Quality> other, List<String> why) {
    List<String> all = new ArrayList<>(doubts);
    all.addAll(why);
    return new Solution(
        candidate, type, other, picks, distance, backAzimuth, epicentre, magnitudes, all);
  }

  /// When the event was: at its source where it is located, else when it was first seen here.
  public Moment time() {
    return distance
        .map(Distance::originTime)
        .or(() -> picks.first().map(p -> p.time()))
        .orElse(candidate.onset());
  }
}
