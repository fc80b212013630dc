package org.jumelles.formats.quakeml;

import java.util.Optional;

/// How far off an epicentre may be.
///
/// @param horizontalUncertainty radius of a circle, metres
/// @param minHorizontalUncertainty half axis of an ellipse, metres
/// @param maxHorizontalUncertainty half axis of an ellipse, metres
/// @param azimuthMaxHorizontalUncertainty degrees
/// @param confidenceLevel percent
/// @param rest all else, the confidence ellipsoid as a tree among it
public record OriginUncertainty(
    Optional<Written<Double>> horizontalUncertainty,
    Optional<Written<Double>> minHorizontalUncertainty,
    Optional<Written<Double>> maxHorizontalUncertainty,
    Optional<Written<Double>> azimuthMaxHorizontalUncertainty,
    Optional<Written<Double>> confidenceLevel,
    Rest rest) {

  public Optional<String> preferredDescription() {
    return rest.text("preferredDescription");
  }
}
