package org.jumelles.pipeline.recipe.seis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.seis.detection.Body;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.location.LocationSettings;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.location.Polarisation;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.velocity.TravelTimes;
import org.jumelles.seis.velocity.VelocityProfile;

/// The velocity model that the chain locates with, and its tables, made when first asked for: half
/// a second. Safe for several threads.
final class PlanetModel {
  private final VelocityProfile profile;
  private final LocationSettings settings = LocationSettings.DEFAULT;
  private final Object lock = new Object();
  private List<Locator> made = List.of();

  PlanetModel(VelocityProfile profile) {
    this.profile = profile;
  }

  double radiusKm() {
    return profile.radiusKm();
  }

  void tell(Map<String, String> parameters) {
    parameters.put("model", profile.name());
    parameters.put("location", settings.toString());
    parameters.put("polarisation", Polarisation.Settings.DEFAULT.toString());
  }

  /// A body that this is no model of is not located.
  Solver solver(CandidateQuakeMl.Place station, Body body) {
    return new Solver(
        body.isDefault() ? Optional.of(locator()) : Optional.empty(),
        settings,
        body.radiusKm(),
        body.noMagnitudeScale(),
        station.latitudeDeg(),
        station.longitudeDeg());
  }

  private Locator locator() {
    synchronized (lock) {
      if (made.isEmpty()) {
        TravelTimes times =
            TravelTimes.of(profile)
                .found()
                .orElseThrow(() -> new IllegalArgumentException("model " + profile.name()));
        made = List.of(Locator.of(List.of(new Locator.Weighted(times, 1)), settings));
      }
      return made.getFirst();
    }
  }
}
