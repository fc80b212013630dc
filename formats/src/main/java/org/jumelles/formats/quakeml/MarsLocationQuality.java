package org.jumelles.formats.quakeml;

import java.util.Optional;

/// How well an origin is located: A best, D suspicious. It belongs to an origin, not to an event.
public enum MarsLocationQuality {
  A,
  B,
  C,
  D;

  /// What precedes the letter in the vocabulary's addresses.
  public static final String SCHEME =
      "http://quakeml.org/vocab/marsquake/1.0/MarsLocationQualityType#";

  /// The letter with its vocabulary.
  public String uri() {
    return SCHEME + name();
  }

  /// Empty for a word that this vocabulary does not have.
  public static Optional<MarsLocationQuality> of(String uri) {
    String word = uri.substring(uri.lastIndexOf('#') + 1).strip();
    for (MarsLocationQuality quality : values()) {
      if (quality.name().equals(word)) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }
}
