package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;
import org.jumelles.seis.location.BackAzimuth;
import org.jumelles.seis.location.Distance;
import org.jumelles.seis.location.Epicentre;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.location.Pick;
import org.jumelles.seis.location.Polarisation;
import org.jumelles.seis.magnitude.Displacement;
import org.jumelles.seis.magnitude.Magnitudes;
import org.jumelles.seis.magnitude.Measurement;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.picking.PhasePicker;
import org.jumelles.seis.picking.Picks;
import org.jumelles.seis.trace.Trace;

/// Concludes what can be concluded of an event, step after step. Safe for several threads.
///
/// @param locator with the tables of the body's models; without one nothing is located
/// @param body that the station stands on
/// @param radiusKm of the model, or of the body
/// @param latitudeDeg where the station stands, as `longitudeDeg`
public record Solver(
    Optional<Locator> locator,
    Body body,
    double radiusKm,
    double latitudeDeg,
    double longitudeDeg) {
  /// Motion before an onset and after an end that the steps read.
  public static final long AROUND_NANOS = 700L * 1_000_000_000L;

  private static final double LEAST_SIGMA_SECONDS = 0.5;

  /// Whole-degree directions better than this, and lines rather than circles, are clear.
  private static final double CLEAR_AZIMUTH_DEG = 25;

  private static final double CLEAR_RECTILINEARITY = 0.7;

  /// With phases by machine.
  public Solution solve(Candidate candidate, Ground ground) {
    Ground near = ground.within(around(candidate));
    Judgement<EventType> type = type(candidate, near, candidate.onset());
    Picks picks = picks(candidate, near, type.value());
    Moment onset = picks.first().map(PhasePick::time).orElse(candidate.onset());
    Judgement<EventType> better = type(candidate, near, onset);
    boolean moved = better.value() != type.value();
    return solve(candidate, near, better, moved ? picks(candidate, near, better.value()) : picks);
  }

  /// With phases that somebody picked, of an event whose type is known or judged here.
  public Solution solve(Candidate candidate, Ground ground, Picks picks) {
    Ground near = ground.within(around(candidate));
    return solve(candidate, near, type(candidate, near, candidate.onset()), picks);
  }

  private static Span around(Candidate candidate) {
    return new Span(
        candidate.onset().plusNanos(-AROUND_NANOS), candidate.end().plusNanos(AROUND_NANOS));
  }

  private static Judgement<EventType> type(Candidate candidate, Ground ground, Moment onset) {
    boolean brief = candidate.type().value() == EventType.SUPER_HIGH_FREQUENCY;
    return brief
        ? candidate.type()
        : Spectra.of(ground, onset, candidate.end())
            .flatMap(Spectra::type)
            .orElse(candidate.type());
  }

  private static Picks picks(Candidate candidate, Ground ground, EventType type) {
    if (type == EventType.SUPER_HIGH_FREQUENCY) {
      return new Picks(Optional.empty(), Optional.empty(), List.of("no phases in a thermal event"));
    }
    Picks picks = PhasePicker.pick(ground.vertical(), ground.horizontal(), candidate.span(), type);
    return candidate.truncated() ? ofTruncated(picks) : picks;
  }

  /// Where the data end within an event, what looks like its second phase is most often a wiggle of
  /// the first: only a clear one is told.
  private static Picks ofTruncated(Picks picks) {
    if (picks.second().map(PhasePick::isClear).orElse(true)) {
      return picks;
    }
    List<String> notes = new ArrayList<>(picks.notes());
    notes.add("no second phase: the data end within the event, and none is clear before");
    return new Picks(picks.first(), Optional.empty(), notes);
  }

  private Solution solve(
      Candidate candidate, Ground ground, Judgement<EventType> type, Picks picks) {
    List<String> doubts = new ArrayList<>(picks.notes());
    Optional<Distance> distance = distance(picks, doubts);
    Optional<BackAzimuth> azimuth =
        picks.first().flatMap(p -> azimuth(p, ground, type.value(), doubts));
    Optional<Epicentre> epicentre =
        distance.flatMap(
            far -> azimuth.map(from -> Epicentre.of(latitudeDeg, longitudeDeg, far, from)));
    Optional<Magnitudes> magnitudes =
        distance.flatMap(far -> magnitudes(far, picks, ground, type.value(), doubts));
    return new Solution(
        candidate,
        type,
        quality(candidate, picks, distance, azimuth),
        picks,
        distance,
        azimuth,
        epicentre,
        magnitudes,
        doubts);
  }

  private Optional<Distance> distance(Picks picks, List<String> doubts) {
    if (picks.first().isEmpty() || picks.second().isEmpty()) {
      return Optional.empty();
    }
    if (locator.isEmpty()) {
      doubts.add("no distance: no velocity model of the body was given");
      return Optional.empty();
    }
    Pick p = pick(picks.first().get());
    Pick s = pick(picks.second().get());
    return kept(
        "distance",
        picks.first().get().phase().equals("Pg")
            ? Locator.guided(p, s, radiusKm, body.location())
            : locator.get().locate(p, s),
        doubts);
  }

  private static Pick pick(PhasePick pick) {
    return new Pick(pick.time(), Math.max(LEAST_SIGMA_SECONDS, pick.sigmaSeconds()));
  }

  /// Of P through the mantle only: guided waves come from all sides.
  private static Optional<BackAzimuth> azimuth(
      PhasePick p, Ground ground, EventType type, List<String> doubts) {
    if (!type.isOfLowFrequencyFamily()) {
      return Optional.empty();
    }
    Optional<List<Trace>> three = ground.isThree() ? ground.at(p.time()) : Optional.empty();
    if (three.isEmpty()) {
      doubts.add("no back azimuth: not all three components have P");
      return Optional.empty();
    }
    return kept(
        "back azimuth",
        Polarisation.backAzimuth(
            three.get().get(0),
            three.get().get(1),
            three.get().get(2),
            p.time(),
            Polarisation.Settings.DEFAULT),
        doubts);
  }

  private Optional<Magnitudes> magnitudes(
      Distance distance, Picks picks, Ground ground, EventType type, List<String> doubts) {
    if (body.magnitudes().isEmpty()) {
      body.noMagnitudeScale().ifPresent(doubts::add);
      return Optional.empty();
    }
    Moment p = picks.first().orElseThrow(() -> new AssertionError("no P")).time();
    Moment s = picks.second().orElseThrow(() -> new AssertionError("no S")).time();
    Optional<List<Trace>> three = ground.isThree() ? ground.at(p) : Optional.empty();
    if (three.isEmpty() || !ground.isVelocity() || !(distance.degrees() > 0)) {
      doubts.add("no magnitude: three components of ground velocity are wanted");
      return Optional.empty();
    }
    List<Trace> moved = three.get().stream().map(trace -> Displacement.of(trace, 1)).toList();
    Outcome<Magnitudes> outcome =
        new Measurement(p, s, distance.degrees(), distance.sigmaDeg(), type)
            .of(body.magnitudes().get(), moved.get(0), moved.get(1), moved.get(2));
    Optional<Magnitudes> found = kept("magnitude", outcome, doubts);
    found.ifPresent(all -> all.notes().forEach(note -> doubts.add("magnitude: " + note)));
    return found;
  }

  private static <T> Optional<T> kept(String step, Outcome<T> outcome, List<String> doubts) {
    for (Defect defect : outcome.defects()) {
      doubts.add(step + ": " + defect.field() + ": " + defect.found());
    }
    return outcome.found();
  }

  private static Judgement<Quality> quality(
      Candidate candidate,
      Picks picks,
      Optional<Distance> distance,
      Optional<BackAzimuth> azimuth) {
    List<String> reasons = new ArrayList<>();
    boolean phases = picks.areClear() && distance.isPresent();
    reasons.add(phases ? "both phases are clear" : "the phases are not both clear");
    if (phases) {
      boolean direction = azimuth.filter(Solver::isClear).isPresent();
      reasons.add(
          azimuth
              .map(
                  from ->
                      String.format(
                          Locale.ROOT,
                          "polarisation of P: %.0f degrees, sigma %.0f, rectilinearity %.2f",
                          from.degrees(),
                          from.sigmaDeg(),
                          from.rectilinearity()))
              .orElse("no polarisation of P"));
      return new Judgement<>(direction ? Quality.A : Quality.B, reasons);
    }
    Quality seen = candidate.quality().value();
    reasons.addAll(candidate.quality().reasons());
    return new Judgement<>(seen.compareTo(Quality.C) < 0 ? Quality.C : seen, reasons);
  }

  private static boolean isClear(BackAzimuth azimuth) {
    return azimuth.sigmaDeg() <= CLEAR_AZIMUTH_DEG
        && azimuth.rectilinearity() >= CLEAR_RECTILINEARITY
        && azimuth.oppositeShare() <= 0.25;
  }
}
