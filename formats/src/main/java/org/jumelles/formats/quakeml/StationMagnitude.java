package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// The size of an event as one station saw it.
///
/// @param rest all else, the plain text fields among it
public record StationMagnitude(
    String publicID,
    Quantity<Double> mag,
    Optional<WaveformStreamID> waveformID,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public StationMagnitude {
    comments = List.copyOf(comments);
  }

  public Optional<String> type() {
    return rest.text("type");
  }

  public Optional<String> originID() {
    return rest.text("originID");
  }

  public Optional<String> amplitudeID() {
    return rest.text("amplitudeID");
  }

  public Optional<String> methodID() {
    return rest.text("methodID");
  }
}
