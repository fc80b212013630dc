package org.jumelles.seis.simulation;

import org.jumelles.seis.body.Body;

/// P and S times through the first model of the body that is simulated, and through the crust for
/// guided waves.
final class TravelTimes {
  /// Pg and Sg of the high-frequency family: vP 4 km/s, vS 4/sqrt(3) km/s.
  private static final double PG_KM_PER_S = 4;

  private final org.jumelles.seis.velocity.TravelTimes rays;

  private TravelTimes(org.jumelles.seis.velocity.TravelTimes rays) {
    this.rays = rays;
  }

  /// Builds the model: about a quarter of a second.
  static TravelTimes ofDefault() {
    return new TravelTimes(
        org.jumelles.seis.velocity.TravelTimes.of(Body.byDefault().models().getFirst().profile())
            .found()
            .orElseThrow(() -> new AssertionError("the model that ships")));
  }

  /// Seconds from the origin to the first P or S; through the crust for `guided` ones.
  ///
  /// @throws IllegalArgumentException in the shadow of the core
  double seconds(boolean shear, boolean guided, double distanceDeg, double depthKm) {
    if (guided) {
      double km = Math.toRadians(distanceDeg) * Body.byDefault().radiusKm();
      return km / (shear ? PG_KM_PER_S / Math.sqrt(3) : PG_KM_PER_S);
    }
    return rays.direct(shear, distanceDeg, depthKm)
        .orElseThrow(
            () -> new IllegalArgumentException("no direct wave at " + distanceDeg + " degrees"))
        .seconds();
  }
}
