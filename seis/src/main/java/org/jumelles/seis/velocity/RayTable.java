package org.jumelles.seis.velocity;

import edu.sc.seis.TauP.CompositeSeismicPhase;
import edu.sc.seis.TauP.SeismicPhase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rays of one phase from one depth, in unbroken branches. Between two neighbours runs the
/// cubic whose slope at both ends is the ray parameter dT/dDelta.
record RayTable(String phase, List<Branch> branches, double surfaceSecondsPerRad) {
  private static final double TURN = 2 * Math.PI;

  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
  private record Branch(
      double[] distanceRad, double[] seconds, double[] secondsPerRad, double least, double most) {
    static Branch of(SeismicPhase rays) {
      double[] rad = rays.getDist();
      double least = Arrays.stream(rad).min().orElse(Double.POSITIVE_INFINITY);
      double most = Arrays.stream(rad).max().orElse(Double.NEGATIVE_INFINITY);
      return new Branch(rad, rays.getTime(), rays.getRayParams(), least, most);
    }

    /// Two rays of one parameter are the rims of a shadow, but for head and diffracted waves, which
    /// have no others.
    void search(double rad, double[] best) {
      if (rad < least || rad > most) {
        return;
      }
      for (int i = 0; i + 1 < distanceRad.length; i++) {
        double h = distanceRad[i + 1] - distanceRad[i];
        double w = (rad - distanceRad[i]) / h;
        boolean isShadow = distanceRad.length > 2 && secondsPerRad[i] == secondsPerRad[i + 1];
        if (h != 0 && w >= 0 && w <= 1 && !isShadow) {
          double time = between(i, h, w);
          if (time < best[0]) {
            best[0] = time;
            best[1] = secondsPerRad[i] + w * (secondsPerRad[i + 1] - secondsPerRad[i]);
          }
        }
      }
    }

    private double between(int i, double h, double w) {
      double v = 1 - w;
      return v * v * (1 + 2 * w) * seconds[i]
          + w * w * (1 + 2 * v) * seconds[i + 1]
          + h * w * v * (v * secondsPerRad[i] - w * secondsPerRad[i + 1]);
    }
  }

  static RayTable of(String phase, SeismicPhase rays, VelocityProfile profile) {
    VelocityProfile.Point surface = profile.points().getFirst();
    if (!rays.hasArrivals()) {
      return new RayTable(phase, List.of(), Double.POSITIVE_INFINITY);
    }
    double speed = rays.finalSegmentIsPWave() ? surface.pKmPerS() : surface.sKmPerS();
    List<Branch> branches =
        rays instanceof CompositeSeismicPhase composite
            ? composite.getSubPhaseList().stream().map(part -> Branch.of(part)).toList()
            : List.of(Branch.of(rays));
    return new RayTable(phase, branches, profile.radiusKm() / speed);
  }

  /// The earliest, going either way round the planet.
  Optional<Arrival> first(double distanceDeg) {
    double rad = Math.toRadians(distanceDeg);
    double[] best = {Double.POSITIVE_INFINITY, 0};
    for (Branch branch : branches) {
      for (int turn = 0; turn < 2; turn++) {
        branch.search(rad + turn * TURN, best);
        branch.search((turn + 1) * TURN - rad, best);
      }
    }
    if (Double.isInfinite(best[0])) {
      return Optional.empty();
    }
    double sine = Math.min(1, best[1] / surfaceSecondsPerRad);
    return Optional.of(
        new Arrival(phase, best[0], Math.toRadians(best[1]), Math.toDegrees(Math.asin(sine))));
  }
}
