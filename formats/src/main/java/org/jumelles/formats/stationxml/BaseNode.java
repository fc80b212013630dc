package org.jumelles.formats.stationxml;

import java.util.Optional;

/// What networks, stations and channels have in common.
///
/// @param restrictedStatus `open`, `closed` or `partial`
public record BaseNode(
    String code, Epoch epoch, Optional<String> restrictedStatus, Optional<String> description) {
  public BaseNode(String code, Epoch epoch) {
    this(code, epoch, Optional.empty(), Optional.empty());
  }
}
