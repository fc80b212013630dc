package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.Written;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.Band;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.picking.Picks;

/// P and S, or Pg and Sg, that somebody picked, from an event of a QuakeML document.
///
/// @param source the event's resource identifier
/// @param station network and station of the first pick, such as `XB.ELYSE`
/// @param end of the event, where it was picked
public record ManualPicks(
    String source,
    String station,
    Picks picks,
    Optional<String> author,
    Optional<Moment> created,
    Optional<Moment> end,
    Optional<EventType> type) {
  private static final long SECOND = 1_000_000_000L;

  /// A pick without an uncertainty is taken to be good to this, and it is told.
  private static final double UNTOLD_SIGMA_SECONDS = 10;

  private static final double LEAST_SIGMA_SECONDS = 0.1;
  private static final int LEAST_SECONDS = 120;

  /// None where nobody picked a first phase by hand. A pick that does not say how it was made is
  /// taken for a person's.
  public static Optional<ManualPicks> of(Event event) {
    Map<String, Pick> byPhase = byPhase(event);
    boolean guided = !byPhase.containsKey("P") && byPhase.containsKey("Pg");
    Optional<Pick> first = Optional.ofNullable(byPhase.get(guided ? "Pg" : "P"));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Optional<Pick> second = Optional.ofNullable(byPhase.get(guided ? "Sg" : "S"));
    List<String> notes = new ArrayList<>();
    PhasePick p = phase(first.get(), notes);
    Optional<PhasePick> s = second.map(pick -> phase(pick, notes));
    if (s.isPresent() && !p.time().isBefore(s.get().time())) {
      notes.add(
          s.get().phase() + " " + s.get().time() + " is not after " + p.phase() + " " + p.time());
      s = Optional.empty();
    }
    Optional<CreationInfo> info = first.get().creationInfo();
    return Optional.of(
        new ManualPicks(
            event.publicID(),
            first.get().waveformID().networkCode() + "." + first.get().waveformID().stationCode(),
            new Picks(Optional.of(p), s, notes),
            info.flatMap(CreationInfo::author),
            info.flatMap(CreationInfo::creationTime).map(Written::value),
            Optional.ofNullable(byPhase.get("end")).map(pick -> pick.time().value()),
            event.marsType().map(type -> EventType.valueOf(type.name()))));
  }

  /// The first of each phase, those of the preferred origin before others.
  private static Map<String, Pick> byPhase(Event event) {
    List<String> own =
        event.preferredOrigin().map(Origin::arrivals).orElse(List.of()).stream()
            .map(arrival -> arrival.pickID())
            .toList();
    Map<String, Pick> byPhase = new LinkedHashMap<>();
    for (boolean isOwn : new boolean[] {true, false}) {
      for (Pick pick : event.picks()) {
        boolean isManual = pick.evaluationMode().map("manual"::equals).orElse(true);
        if (isManual && own.contains(pick.publicID()) == isOwn) {
          pick.phaseHint().ifPresent(phase -> byPhase.putIfAbsent(phase, pick));
        }
      }
    }
    return byPhase;
  }

  private static PhasePick phase(Pick pick, List<String> notes) {
    String phase = pick.phaseHint().orElse("");
    Optional<Double> told = sigma(pick.time());
    if (told.isEmpty()) {
      notes.add(phase + " has no uncertainty: " + UNTOLD_SIGMA_SECONDS + " s are taken");
    }
    double sigma = Math.max(LEAST_SIGMA_SECONDS, told.orElse(UNTOLD_SIGMA_SECONDS));
    return new PhasePick(
        phase,
        pick.time().value(),
        sigma,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        "picked by hand: " + pick.publicID());
  }

  private static Optional<Double> sigma(Quantity<Moment> time) {
    if (time.uncertainty().isPresent()) {
      return time.uncertainty().map(Written::value);
    }
    return time.lowerUncertainty()
        .flatMap(
            lower -> time.upperUncertainty().map(upper -> 0.5 * (lower.value() + upper.value())));
  }

  /// When the first wave came.
  public Moment arrival() {
    return picks.first().orElseThrow(() -> new AssertionError("no first phase")).time();
  }

  /// What stands for a detection where the machine saw nothing.
  public Candidate candidate(String channel) {
    Moment last = picks.second().map(PhasePick::time).orElse(arrival());
    Moment least = last.plusNanos(LEAST_SECONDS * SECOND);
    Moment to = end.filter(moment -> moment.isAfter(least)).orElse(least);
    BandContent nothing =
        new BandContent(Band.LOW, Band.LOW.lowHz(), Band.LOW.highHz(), Double.NaN, Double.NaN);
    boolean guided = picks.first().filter(p -> p.phase().equals("Pg")).isPresent();
    EventType known = type.orElse(guided ? EventType.HIGH_FREQUENCY : EventType.LOW_FREQUENCY);
    return new Candidate(
        channel,
        new Span(arrival(), to),
        arrival(),
        List.of(nothing),
        nothing,
        new Judgement<>(known, List.of("as it came with the picks")),
        new Judgement<>(Quality.D, List.of("picked by hand, not seen by the detector")),
        false,
        List.of("The detector saw no rise here."));
  }
}
