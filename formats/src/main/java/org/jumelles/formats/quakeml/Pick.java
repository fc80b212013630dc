package org.jumelles.formats.quakeml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A time read off a waveform.
///
/// @param rest all else, the plain text fields among it
public record Pick(
    String publicID,
    Quantity<Moment> time,
    WaveformStreamID waveformID,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Pick {
    comments = List.copyOf(comments);
  }

  public static Pick of(String publicID, Quantity<Moment> time, WaveformStreamID waveformID) {
    return new Pick(publicID, time, waveformID, List.of(), Optional.empty(), Rest.NONE);
  }

  public Pick withComment(Comment comment) {
    List<Comment> more = new ArrayList<>(comments);
    more.add(comment);
    return new Pick(publicID, time, waveformID, more, creationInfo, rest);
  }

  public Pick withCreationInfo(CreationInfo info) {
    return new Pick(publicID, time, waveformID, comments, Optional.of(info), rest);
  }

  /// Sets a plain text field by its name in the standard: `phaseHint`, `evaluationMode`,
  /// `methodID`, `polarity`, `onset`.
  public Pick with(String field, String text) {
    return new Pick(publicID, time, waveformID, comments, creationInfo, rest.with(field, text));
  }

  public Optional<String> phaseHint() {
    return rest.text("phaseHint");
  }

  public Optional<String> polarity() {
    return rest.text("polarity");
  }

  public Optional<String> onset() {
    return rest.text("onset");
  }

  public Optional<String> filterID() {
    return rest.text("filterID");
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
