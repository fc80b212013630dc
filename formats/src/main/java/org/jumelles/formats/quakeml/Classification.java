package org.jumelles.formats.quakeml;

import java.util.Optional;

/// A term of a vocabulary (`class` and `classificationScheme` of the extensions).
///
/// @param term the element `class`, an address such as
/// `http://quakeml.org/vocab/marsquake/1.0/MarsEventType#BROADBAND`
public record Classification(String term, Optional<String> classificationScheme, Rest rest) {
  public static Classification of(MarsEventType type) {
    return new Classification(type.uri(), Optional.of(MarsEventType.SCHEME), Rest.NONE);
  }

  public static Classification of(MarsLocationQuality quality) {
    return new Classification(quality.uri(), Optional.of(MarsLocationQuality.SCHEME), Rest.NONE);
  }
}
