package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.location.Polarisation;
import org.jumelles.seis.magnitude.MagnitudeScale;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.velocity.TravelTimes;

/// The velocity models that the chain locates with, and their tables, made when a body is first
/// asked for: half a second. Safe for several threads.
final class PlanetModel {
  private final Object lock = new Object();
  private final Map<String, Locator> made = new LinkedHashMap<>();

  /// What places and sizes follow from.
  void tell(Body body, Map<String, String> parameters) {
    parameters.put(
        "model",
        body.models().stream().map(one -> one.profile().name()).collect(Collectors.joining(" ")));
    parameters.put("location", body.location().toString());
    parameters.put("polarisation", Polarisation.Settings.DEFAULT.toString());
    body.magnitudes().map(MagnitudeScale::toString).ifPresent(t -> parameters.put("sizes", t));
  }

  /// A body without a model is not located.
  Solver solver(CandidateQuakeMl.Place station, Body body) {
    return new Solver(
        body.models().isEmpty() ? Optional.empty() : Optional.of(locator(body)),
        body,
        body.radiusKm(),
        station.latitudeDeg(),
        station.longitudeDeg());
  }

  private Locator locator(Body body) {
    synchronized (lock) {
      return made.computeIfAbsent(body.name(), _ -> tables(body));
    }
  }

  private static Locator tables(Body body) {
    List<Locator.Weighted> models = new ArrayList<>();
    for (Body.Model model : body.models()) {
      TravelTimes times =
          TravelTimes.of(model.profile())
              .found()
              .orElseThrow(() -> new IllegalArgumentException("model " + model.profile().name()));
      models.add(new Locator.Weighted(times, model.weight()));
    }
    return Locator.of(models, body.location());
  }
}
