package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.quakeml.Arrival;
import org.jumelles.formats.quakeml.Comment;
import org.jumelles.formats.quakeml.Computation;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.MarsquakeParameters;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.OriginQuality;
import org.jumelles.formats.quakeml.OriginUncertainty;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.formats.quakeml.Rest;
import org.jumelles.formats.quakeml.SingleStationOrigin;
import org.jumelles.formats.quakeml.SingleStationParameters;
import org.jumelles.formats.quakeml.WaveformStreamID;
import org.jumelles.formats.quakeml.Written;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.location.Epicentre;
import org.jumelles.seis.picking.PhasePick;

/// Solutions in the words of QuakeML and of its extensions, as the marsquake service writes them:
/// an origin for each [Opinion] with its quality, picks, arrivals and magnitudes, and beside it the
/// densities of distance and azimuth. A manual origin is preferred to an automatic one where it is
/// located; both stay.
///
/// @param identity of the product: letters, digits, `-`, `_` and `.` only; identifiers come from it
/// @param place of the station
/// @param radiusKm of the planet
public record SolutionQuakeMl(String identity, CandidateQuakeMl.Place place, double radiusKm) {
  static final String AUTHORITY = "smi:org.jumelles/";
  private static final String PICKED = AUTHORITY + "algorithms/pick/two-onsets";

  /// Percent of the probability within one sigma of a bell in two dimensions.
  private static final double ELLIPSE_PERCENT = 39.3;

  public SolutionQuakeMl {
    if (!identity.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException("identity '" + identity + "'");
    }
  }

  /// One event in the Basic Event Description, and its part of the single-station extension.
  public record Told(Event event, List<Densities> densities) {
    public Told {
      densities = List.copyOf(densities);
    }
  }

  /// What the single-station extension holds of one origin.
  public record Densities(
      SingleStationOrigin origin, Optional<Computation> distance, Optional<Computation> azimuth) {}

  public QuakeMlDocument document(List<Told> told) {
    List<Densities> all = told.stream().flatMap(one -> one.densities.stream()).toList();
    QuakeMlDocument document =
        QuakeMlDocument.of(
            EventParameters.of(
                AUTHORITY + "eventParameters/" + identity,
                told.stream().map(Told::event).toList()));
    if (all.isEmpty()) {
      return document;
    }
    return document
        .with(
            new SingleStationParameters(
                AUTHORITY + "singleStationParameters/" + identity,
                all.stream().map(Densities::origin).toList(),
                List.of(),
                all.stream().flatMap(one -> one.distance.stream()).toList(),
                all.stream().flatMap(one -> one.azimuth.stream()).toList(),
                Rest.NONE))
        .with(
            new MarsquakeParameters(
                AUTHORITY + "marsquakeParameters/" + identity, List.of(), Rest.NONE));
  }

  /// An event of one or more opinions, the automatic one first.
  ///
  /// @param name for people
  public Told event(String name, List<Opinion> opinions) {
    Solution first = opinions.getFirst().solution();
    String tail = tail(first);
    Event.Builder event =
        Event.of(AUTHORITY + "event/" + tail)
            .marsType(MarsEventType.valueOf(preferred(opinions).type().value().name()), "suspected")
            .add(EventDescription.of(name, EventDescription.EARTHQUAKE_NAME));
    sentences(first).forEach(sentence -> event.add(Comment.of(sentence)));
    List<Densities> densities = new ArrayList<>();
    for (int i = 0; i < opinions.size(); i++) {
      Opinion opinion = opinions.get(i);
      String own = tail + (opinion.isManual() ? "/manual/" + i : "");
      Origin origin = origin(opinion, own, event);
      event.add(origin);
      boolean isPreferred = opinion.solution().equals(preferred(opinions));
      if (isPreferred) {
        event.with("preferredOriginID", origin.publicID());
      }
      Sizes.add(opinion.solution(), own, origin.publicID(), isPreferred, event);
      SingleStation.of(opinion.solution(), own, origin.publicID()).ifPresent(densities::add);
    }
    return new Told(event.build(), densities);
  }

  /// Of the manual ones that are located the newest, the first of those that do not tell when they
  /// were made; else the automatic one.
  public static Solution preferred(List<Opinion> opinions) {
    return opinions.stream()
        .filter(opinion -> opinion.isManual() && opinion.solution().distance().isPresent())
        .max(Comparator.comparing(opinion -> opinion.created().orElse(Moment.MIN)))
        .orElse(opinions.getFirst())
        .solution();
  }

  private Origin origin(Opinion opinion, String tail, Event.Builder event) {
    Solution solution = opinion.solution();
    Optional<Epicentre> epicentre = solution.epicentre();
    Quantity<Double> latitude = Quantity.of(place.latitudeDeg());
    Quantity<Double> longitude = Quantity.of(place.longitudeDeg());
    if (epicentre.isPresent()) {
      latitude = Quantity.of(round(epicentre.get().latitudeDeg()));
      longitude = Quantity.of(round(epicentre.get().longitudeDeg()));
    }
    Quantity<Moment> time = Quantity.of(solution.time());
    if (solution.distance().isPresent()) {
      time = time.withUncertainty(round(solution.distance().get().originSigmaSeconds()));
    }
    Origin.Builder origin =
        Origin.of(AUTHORITY + "origin/" + tail, time, latitude, longitude)
            .quality(OriginQuality.of(phases(solution), 1))
            .marsLocationQuality(MarsLocationQuality.valueOf(solution.quality().value().name()))
            .with("evaluationMode", opinion.isManual() ? "manual" : "automatic")
            .with("evaluationStatus", "preliminary")
            .add(Comment.of(located(solution)));
    epicentre.ifPresent(where -> origin.originUncertainty(uncertainty(where)));
    solution.distance().ifPresent(far -> origin.with("methodID", far.methodId()));
    opinion.source().ifPresent(from -> origin.add(Comment.of("Picks of " + from)));
    credit(opinion).ifPresent(origin::creationInfo);
    solution.quality().reasons().forEach(r -> origin.add(Comment.of("Quality: " + r)));
    solution.doubts().forEach(doubt -> origin.add(Comment.of("Doubt: " + doubt)));
    picks(opinion, tail, origin, event);
    return origin.build();
  }

  private static int phases(Solution solution) {
    return (int)
        (solution.picks().first().stream().count() + solution.picks().second().stream().count());
  }

  private static Optional<CreationInfo> credit(Opinion opinion) {
    return opinion
        .author()
        .map(
            author ->
                new CreationInfo(
                    opinion.created().map(Written::time), Rest.NONE.with("author", author)));
  }

  private static String located(Solution solution) {
    if (solution.epicentre().isPresent()) {
      return String.format(
          Locale.ROOT,
          "Located: %.1f degrees from the station, sigma %.1f; back azimuth %.0f degrees, sigma"
              + " %.0f. The depth is not known.",
          distance(solution),
          solution.epicentre().get().radialSigmaDeg(),
          solution.epicentre().get().backAzimuthDeg(),
          solution.backAzimuth().map(a -> a.sigmaDeg()).orElse(Double.NaN));
    }
    return solution
        .distance()
        .map(
            far ->
                String.format(
                    Locale.ROOT,
                    "Distance %.1f degrees, sigma %.1f, no direction: the place is the station's.",
                    far.degrees(),
                    far.sigmaDeg()))
        .orElse("Not located: the place is the station's, the time is the onset.");
  }

  private static double distance(Solution solution) {
    return solution.distance().map(far -> far.degrees()).orElse(Double.NaN);
  }

  private OriginUncertainty uncertainty(Epicentre where) {
    double metres = Math.toRadians(1) * radiusKm * 1000;
    double along = where.radialSigmaDeg() * metres;
    double across = where.transverseSigmaDeg() * metres;
    double azimuth =
        along >= across ? where.backAzimuthDeg() % 180 : (where.backAzimuthDeg() + 90) % 180;
    return new OriginUncertainty(
        Optional.empty(),
        Optional.of(Written.real(Math.rint(Math.min(along, across)))),
        Optional.of(Written.real(Math.rint(Math.max(along, across)))),
        Optional.of(Written.real(round(azimuth))),
        Optional.of(Written.real(ELLIPSE_PERCENT)),
        Rest.NONE.with("preferredDescription", "uncertainty ellipse"));
  }

  private void picks(Opinion opinion, String tail, Origin.Builder origin, Event.Builder event) {
    Solution solution = opinion.solution();
    WaveformStreamID waveform = waveform(solution.candidate().channel());
    if (!opinion.isManual()) {
      add(
          Pick.of(
                  AUTHORITY + "pick/" + tail + "/start",
                  Quantity.of(solution.candidate().onset()),
                  waveform)
              .with("phaseHint", "start"),
          false,
          event);
      add(
          Pick.of(
                  AUTHORITY + "pick/" + tail + "/end",
                  Quantity.of(solution.candidate().end()),
                  waveform)
              .with("phaseHint", "end"),
          false,
          event);
    }
    List<PhasePick> phases = new ArrayList<>();
    solution.picks().first().ifPresent(phases::add);
    solution.picks().second().ifPresent(phases::add);
    int used = phases.size();
    phases.addAll(opinion.others());
    for (int i = 0; i < phases.size(); i++) {
      PhasePick phase = phases.get(i);
      boolean isUsed = i < used;
      String id =
          AUTHORITY
              + "pick/"
              + tail
              + (isUsed ? "/" : "/other/" + (i - used) + "/")
              + phase.phase();
      double sigma = round(phase.sigmaSeconds());
      Pick pick =
          Pick.of(id, Quantity.of(phase.time()).withUncertainties(sigma, sigma), waveform)
              .with("phaseHint", phase.phase())
              .withComment(Comment.of(phase.evidence()));
      add(opinion.isManual() ? pick : pick.with("methodID", PICKED), opinion.isManual(), event);
      origin.add(arrival(id, phase, solution, isUsed ? 1 : 0));
    }
  }

  private static void add(Pick pick, boolean isManual, Event.Builder event) {
    event.add(pick.with("evaluationMode", isManual ? "manual" : "automatic"));
  }

  private static Arrival arrival(String pick, PhasePick phase, Solution solution, double weight) {
    Arrival bare = Arrival.of(pick.replace("/pick/", "/arrival/"), pick, phase.phase());
    return new Arrival(
        bare.publicID(),
        bare.pickID(),
        bare.phase(),
        solution.backAzimuth().map(a -> Written.real(round(a.degrees()))),
        solution.distance().map(d -> Written.real(round(d.degrees()))),
        Optional.empty(),
        Optional.of(Written.real(weight)),
        List.of(),
        Optional.empty(),
        bare.rest());
  }

  private static List<String> sentences(Solution solution) {
    List<String> sentences = new ArrayList<>();
    solution.type().reasons().forEach(reason -> sentences.add("Type: " + reason));
    sentences.addAll(solution.candidate().evidence());
    sentences.add(
        String.format(
            Locale.ROOT,
            "SNR %.2f at %.1f to %.1f Hz, greatest at %s",
            solution.candidate().snr(),
            solution.candidate().dominant().lowHz(),
            solution.candidate().dominant().highHz(),
            solution.candidate().peak()));
    return sentences;
  }

  private String tail(Solution solution) {
    String channel = solution.candidate().channel().replaceAll("[^A-Za-z0-9_.-]", "-");
    return identity + "/" + channel + "/" + solution.candidate().onset().taiNanos();
  }

  /// Four places: finer than any sigma here.
  static double round(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  /// `FDSN:XB_ELYSE_02_B_H_U` to SEED codes; any other name stands as the channel's resource.
  private static WaveformStreamID waveform(String channel) {
    String[] parts = channel.replaceFirst("^FDSN:", "").split("_", -1);
    return parts.length != 6
        ? WaveformStreamID.of("", "", "", channel)
        : WaveformStreamID.of(parts[0], parts[1], parts[2], parts[3] + parts[4] + parts[5]);
  }
}
