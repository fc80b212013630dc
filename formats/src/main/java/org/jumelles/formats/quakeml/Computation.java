package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// How a distance or an azimuth was computed.
///
/// @param rest all else, the method's identifier among it
public record Computation(
    String publicID, List<Comment> comments, Optional<CreationInfo> creationInfo, Rest rest) {
  public Computation {
    comments = List.copyOf(comments);
  }

  /// The method, such as `smi:insight.mqs/algorithms/distance/S-P_phases`.
  public Optional<String> methodID() {
    return rest.text("methodID");
  }
}
