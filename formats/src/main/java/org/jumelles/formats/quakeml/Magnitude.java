package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// The size of an event.
///
/// @param rest all else, the plain text fields among it
public record Magnitude(
    String publicID,
    Quantity<Double> mag,
    Optional<Written<Integer>> stationCount,
    Optional<Written<Double>> azimuthalGap,
    List<StationMagnitudeContribution> stationMagnitudeContributions,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Magnitude {
    stationMagnitudeContributions = List.copyOf(stationMagnitudeContributions);
    comments = List.copyOf(comments);
  }

  /// @param type such as `Mw`, `MFB`
  public static Magnitude of(String publicID, Quantity<Double> mag, String type) {
    return new Magnitude(
        publicID,
        mag,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Rest.NONE.with("type", type));
  }

  /// Sets a plain text field by its name in the standard: `originID`, `methodID`,
  /// `evaluationMode`.
  public Magnitude with(String field, String text) {
    return new Magnitude(
        publicID,
        mag,
        stationCount,
        azimuthalGap,
        stationMagnitudeContributions,
        comments,
        creationInfo,
        rest.with(field, text));
  }

  public Optional<String> type() {
    return rest.text("type");
  }

  public Optional<String> originID() {
    return rest.text("originID");
  }

  public Optional<String> methodID() {
    return rest.text("methodID");
  }

  public Optional<String> evaluationMode() {
    return rest.text("evaluationMode");
  }

  public Optional<String> evaluationStatus() {
    return rest.text("evaluationStatus");
  }
}
