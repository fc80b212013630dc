package org.jumelles.formats.stationxml;

import java.util.Optional;

/// The unit at one end of a filter, such as `m/s` or `count`.
public record Units(String name, Optional<String> description, Kept kept) {
  public Units(String name) {
    this(name, Optional.empty(), Kept.NONE);
  }
}
