package org.jumelles.seis.location;

import java.util.List;
import java.util.Optional;

/// What is believed before a pick is read.
///
/// @param depths of the source, with weights
/// @param modelSigma what a model may be wrong by, as a share of S - P
/// @param methodId names the method by S - P as QuakeML does
/// @param guided none where their speeds are not known
public record LocationSettings(
    List<Depth> depths, double modelSigma, String methodId, Optional<Guided> guided) {

  /// A depth in km and its weight.
  public record Depth(double km, double weight) {}

  /// Pg and Sg of the high-frequency family: along the surface at one speed each.
  ///
  /// @param sigma what the speeds may be wrong by, as a share of Sg - Pg
  public record Guided(double pKmPerS, double sKmPerS, double sigma) {
    public Guided {
      if (!(sKmPerS > 0 && pKmPerS > sKmPerS) || !(sigma >= 0)) {
        throw new IllegalArgumentException(
            "guided waves of " + pKmPerS + " and " + sKmPerS + " km/s, sigma " + sigma);
      }
    }

    double seconds(boolean shear, double distanceDeg, double radiusKm) {
      return Math.toRadians(distanceDeg) * radiusKm / (shear ? sKmPerS : pKmPerS);
    }
  }

  public LocationSettings {
    depths = List.copyOf(depths);
    if (depths.isEmpty() || !(modelSigma >= 0)) {
      throw new IllegalArgumentException("depths " + depths + ", model sigma " + modelSigma);
    }
  }
}
