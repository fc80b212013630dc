package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A measured amplitude.
///
/// @param genericAmplitude in the unit that [#unit] names
/// @param period seconds
/// @param rest all else, the time window as a tree among it
public record Amplitude(
    String publicID,
    Quantity<Double> genericAmplitude,
    Optional<Quantity<Double>> period,
    Optional<Written<Double>> snr,
    Optional<WaveformStreamID> waveformID,
    Optional<Quantity<Moment>> scalingTime,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Amplitude {
    comments = List.copyOf(comments);
  }

  /// @param unit `m`, `s`, `m/s`, `m/(s*s)`, `m*s`, `dimensionless` or `other`
  public static Amplitude of(String publicID, Quantity<Double> genericAmplitude, String unit) {
    return new Amplitude(
        publicID,
        genericAmplitude,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Rest.NONE.with("unit", unit));
  }

  public Optional<String> type() {
    return rest.text("type");
  }

  public Optional<String> category() {
    return rest.text("category");
  }

  public Optional<String> unit() {
    return rest.text("unit");
  }

  public Optional<String> methodID() {
    return rest.text("methodID");
  }

  public Optional<String> pickID() {
    return rest.text("pickID");
  }

  public Optional<String> filterID() {
    return rest.text("filterID");
  }

  public Optional<String> magnitudeHint() {
    return rest.text("magnitudeHint");
  }

  public Optional<String> evaluationMode() {
    return rest.text("evaluationMode");
  }

  public Optional<String> evaluationStatus() {
    return rest.text("evaluationStatus");
  }
}
