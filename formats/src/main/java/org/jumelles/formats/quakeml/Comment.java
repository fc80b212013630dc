package org.jumelles.formats.quakeml;

import java.util.Optional;

/// A remark in free text.
///
/// @param text as it stands
/// @param id optional in the standard
public record Comment(
    String text, Optional<String> id, Optional<CreationInfo> creationInfo, Rest rest) {
  public static Comment of(String text) {
    return new Comment(text, Optional.empty(), Optional.empty(), Rest.NONE);
  }

  /// @param id a resource identifier, such as `smi:org.example/comment/1`
  public static Comment of(String id, String text) {
    return new Comment(text, Optional.of(id), Optional.empty(), Rest.NONE);
  }
}
