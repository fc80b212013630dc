package org.jumelles.formats.quakeml;

import java.util.Optional;

/// What an origin rests on.
///
/// @param standardError root mean square of the residuals, seconds
/// @param azimuthalGap degrees
/// @param rest all else, distances and the ground truth level among it
public record OriginQuality(
    Optional<Written<Integer>> associatedPhaseCount,
    Optional<Written<Integer>> usedPhaseCount,
    Optional<Written<Integer>> associatedStationCount,
    Optional<Written<Integer>> usedStationCount,
    Optional<Written<Integer>> depthPhaseCount,
    Optional<Written<Double>> standardError,
    Optional<Written<Double>> azimuthalGap,
    Optional<Written<Double>> secondaryAzimuthalGap,
    Optional<Written<Double>> maximumDistance,
    Optional<Written<Double>> minimumDistance,
    Optional<Written<Double>> medianDistance,
    Rest rest) {
  /// What an automatic location knows of itself.
  public static OriginQuality of(int usedPhaseCount, int usedStationCount) {
    return new OriginQuality(
        Optional.empty(),
        Optional.of(Written.whole(usedPhaseCount)),
        Optional.empty(),
        Optional.of(Written.whole(usedStationCount)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Rest.NONE);
  }

  public Optional<String> groundTruthLevel() {
    return rest.text("groundTruthLevel");
  }
}
