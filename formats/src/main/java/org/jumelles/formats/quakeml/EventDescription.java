package org.jumelles.formats.quakeml;

import java.util.Optional;

/// A name of an event or of where it was.
///
/// @param text such as `S0173a`
/// @param type such as `earthquake name`, `region name`, `Flinn-Engdahl region`
public record EventDescription(String text, Optional<String> type, Rest rest) {
  public static final String EARTHQUAKE_NAME = "earthquake name";
  public static final String REGION_NAME = "region name";

  public static EventDescription of(String text, String type) {
    return new EventDescription(text, Optional.of(type), Rest.NONE);
  }
}
