package org.jumelles.seis.location;

import java.util.List;

/// What is believed before a pick is read.
///
/// @param depths of the source, with weights
/// @param modelSigma what a model may be wrong by, as a share of S - P
/// @param guidedSigma the same for waves in the crust
public record LocationSettings(List<Depth> depths, double modelSigma, double guidedSigma) {

  /// A depth in km and its weight.
  public record Depth(double km, double weight) {}

  /// Chosen on the located events of the service's catalogue V14, and frozen: marsquakes of known
  /// depth lie at 15 to 50 km [Stahler2022], and recent models disagree by 1 to 1.5 degrees at 30
  /// degrees. See `docs/location.md`.
  public static final LocationSettings DEFAULT =
      new LocationSettings(
          List.of(
              new Depth(10, 0.5),
              new Depth(20, 1),
              new Depth(30, 1.5),
              new Depth(40, 1),
              new Depth(50, 0.7),
              new Depth(70, 0.3)),
          0.025,
          0.1);

  public LocationSettings {
    depths = List.copyOf(depths);
    if (depths.isEmpty() || !(modelSigma >= 0) || !(guidedSigma >= 0)) {
      throw new IllegalArgumentException("depths " + depths + ", model sigma " + modelSigma);
    }
  }
}
