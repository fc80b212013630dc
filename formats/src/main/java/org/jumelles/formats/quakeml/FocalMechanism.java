package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// The mechanism of an event; nodal planes, axes and tensors are kept as trees.
///
/// @param rest all else, among it `nodalPlanes`, `principalAxes`, `momentTensor` as they stand
public record FocalMechanism(
    String publicID, List<Comment> comments, Optional<CreationInfo> creationInfo, Rest rest) {
  public FocalMechanism {
    comments = List.copyOf(comments);
  }

  public Optional<String> triggeringOriginID() {
    return rest.text("triggeringOriginID");
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
