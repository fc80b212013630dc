package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.column.SoundedAir;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.sounding.SoundingIndex;
import org.jumelles.iasi.sounding.SoundingState;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;

/// The state of air and ground that each retrieval starts from, where it is from and what makes it
/// doubtful.
final class AirStates {
  private static final double ANGLE_STEP_DEG = 0.5;

  private final GasRetrieval retrieval;
  private final SceneOptions scene;
  private final StateOptions options;
  private final Optional<SoundingIndex> soundings;
  private final double wavenumberPerCm;
  private final double emissivity;
  private final Atmosphere given;
  private final Profile gases;
  private final ConcurrentHashMap<Integer, GasRetrieval.Start> starts = new ConcurrentHashMap<>();

  AirStates(
      GasRetrieval retrieval,
      SceneOptions scene,
      StateOptions options,
      Optional<SoundingIndex> soundings,
      double wavenumberPerCm,
      Answer answer)
      throws IOException {
    this.retrieval = retrieval;
    this.scene = scene;
    this.options = options;
    this.soundings = soundings;
    this.wavenumberPerCm = wavenumberPerCm;
    this.given = scene.atmosphereOrStandard(answer);
    this.gases = scene.gases(answer);
    this.emissivity = scene.emissivity(wavenumberPerCm);
  }

  /// For people: what all spectra start from.
  String summary() {
    return soundings
        .map(
            index ->
                String.format(
                    Locale.ROOT,
                    "%s (%d footprints, within %.0f km and %.0f minutes); elsewhere %s",
                    index.source(),
                    index.count(),
                    options.limits().km(),
                    options.limits().seconds() / 60,
                    given.source()))
        .orElse(given.source());
  }

  /// What the sounding product has near there; reads its file, not for several threads.
  Optional<SoundingState> near(double latitudeDeg, double longitudeDeg, Moment time) {
    return soundings.flatMap(
        index ->
            index.nearest(
                latitudeDeg, longitudeDeg, time, options.limits(), wavenumberPerCm, gases));
  }

  /// The state with all that a retrieval needs; any number of threads.
  AirState of(String spectrum, Optional<SoundingState> near, double zenithDeg) {
    if (near.isPresent()) {
      return new SoundedAir(retrieval, this::ground, options.mostCloudPercent())
          .of(spectrum, near.get(), zenithDeg);
    }
    GasRetrieval.Start start =
        starts.computeIfAbsent(
            (int) Math.round(zenithDeg / ANGLE_STEP_DEG),
            at -> {
              Atmosphere seen = given.seenAt(at * ANGLE_STEP_DEG);
              return retrieval.start(seen, ground(seen));
            });
    return without(spectrum, start);
  }

  /// The state for a spectrum without a place, seen as the user says.
  AirState plain(String spectrum) {
    return without(spectrum, retrieval.start(given, ground(given)));
  }

  private Surface ground(Atmosphere air) {
    return scene.surface(air, emissivity);
  }

  private AirState without(String spectrum, GasRetrieval.Start start) {
    if (scene.given()) {
      return new AirState(AirState.Origin.GIVEN, given.source(), start, List.of());
    }
    String found =
        soundings.isPresent()
            ? "no sounding within the limits of --l2; a made-up standard was taken"
            : "none given; a made-up standard was taken";
    Defect doubt = doubt(spectrum, "state of the air", "a state to start from", found);
    return new AirState(AirState.Origin.STANDARD, given.source(), start, List.of(doubt));
  }

  private static Defect doubt(String spectrum, String field, String clause, String found) {
    return new Defect(spectrum, new Place.Whole(), field, clause, found);
  }
}
