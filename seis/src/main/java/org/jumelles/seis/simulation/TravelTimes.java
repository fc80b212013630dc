package org.jumelles.seis.simulation;

import edu.sc.seis.TauP.SeismicPhase;
import edu.sc.seis.TauP.SeismicPhaseFactory;
import edu.sc.seis.TauP.TauModel;
import edu.sc.seis.TauP.TauModelLoader;
import edu.sc.seis.TauP.TauPException;
import edu.sc.seis.TauP.VelocityModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// P and S times through the simulator's own model of Mars [Stahler2021, Khan2021,
/// KnapmeyerEndrun2021], by TauP [Crotwell1999].
final class TravelTimes {
  private static final double RADIUS_KM = 3389.5;

  /// Pg and Sg of the high-frequency family: vP 4 km/s, vS 4/sqrt(3) km/s.
  private static final double PG_KM_PER_S = 4;

  private final TauModel model;

  private TravelTimes(TauModel model) {
    this.model = model;
  }

  /// Builds the model: about a quarter of a second.
  static TravelTimes ofSimpleMars() {
    try (InputStream stream =
            Objects.requireNonNull(TravelTimes.class.getResourceAsStream("simple-mars.nd"));
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      VelocityModel velocities = VelocityModel.readNDFile(reader, "simple-mars");
      return new TravelTimes(TauModelLoader.createTauModel(velocities));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TauPException e) {
      throw new AssertionError("the simulator's own model", e);
    }
  }

  /// Seconds from the origin to the first P or S; through the crust for `guided` ones.
  double seconds(boolean shear, boolean guided, double distanceDeg, double depthKm) {
    if (guided) {
      double km = Math.toRadians(distanceDeg) * RADIUS_KM;
      return km / (shear ? PG_KM_PER_S / Math.sqrt(3) : PG_KM_PER_S);
    }
    try {
      double earliest = Double.POSITIVE_INFINITY;
      for (String name : shear ? List.of("S", "s") : List.of("P", "p")) {
        var phase = SeismicPhaseFactory.createPhase(name, model.depthCorrect(depthKm), depthKm);
        earliest = Math.min(earliest, earliest(phase, Math.toRadians(distanceDeg)));
      }
      if (Double.isInfinite(earliest)) {
        throw new IllegalArgumentException("no direct wave at " + distanceDeg + " degrees");
      }
      return earliest;
    } catch (TauPException e) {
      throw new AssertionError("a phase of the simulator's own model", e);
    }
  }

  /// Between the rays that TauP has shot, by the cubic whose slope at both ends is the ray
  /// parameter dT/dDelta; infinite where no two rays embrace the distance.
  private static double earliest(SeismicPhase phase, double distanceRad) {
    if (!phase.hasArrivals()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] distance = phase.getDist();
    double[] time = phase.getTime();
    double[] slope = phase.getRayParams();
    double earliest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < distance.length; i++) {
      double h = distance[i + 1] - distance[i];
      double w = (distanceRad - distance[i]) / h;
      if (h != 0 && w >= 0 && w <= 1) {
        double v = 1 - w;
        double between =
            v * v * (1 + 2 * w) * time[i]
                + w * w * (1 + 2 * v) * time[i + 1]
                + h * w * v * (v * slope[i] - w * slope[i + 1]);
        earliest = Math.min(earliest, between);
      }
    }
    return earliest;
  }
}
