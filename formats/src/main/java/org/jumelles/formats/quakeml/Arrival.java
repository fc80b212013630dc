package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// A pick taken for a phase that an origin sent.
///
/// @param publicID asked for by the standard; absent is a defect of the document
/// @param azimuth from the epicentre, degrees
/// @param distance from the epicentre, degrees
/// @param timeResidual seconds
/// @param rest all else, the plain text fields among it
public record Arrival(
    Optional<String> publicID,
    String pickID,
    String phase,
    Optional<Written<Double>> azimuth,
    Optional<Written<Double>> distance,
    Optional<Written<Double>> timeResidual,
    Optional<Written<Double>> timeWeight,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Arrival {
    comments = List.copyOf(comments);
  }

  public static Arrival of(String publicID, String pickID, String phase) {
    return new Arrival(
        Optional.of(publicID),
        pickID,
        phase,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Rest.NONE);
  }

  public Optional<String> earthModelID() {
    return rest.text("earthModelID");
  }
}
