package org.jumelles.formats.quakeml;

import java.util.Optional;

/// The kinds of marsquake of the Marsquake Service, by the content of their spectrum.
public enum MarsEventType {
  LOW_FREQUENCY("LOW_FREQUENCY"),
  BROADBAND("BROADBAND"),
  WIDEBAND("WIDEBAND"),
  HIGH_FREQUENCY("HIGH_FREQUENCY"),
  RESONANCE_2_4_HZ("2.4_HZ"),
  VERY_HIGH_FREQUENCY("VERY_HIGH_FREQUENCY"),
  SUPER_HIGH_FREQUENCY("SUPER_HIGH_FREQUENCY");

  /// What precedes the term in the vocabulary's addresses.
  public static final String SCHEME = "http://quakeml.org/vocab/marsquake/1.0/MarsEventType#";

  private final String term;

  MarsEventType(String term) {
    this.term = term;
  }

  /// The vocabulary's word, such as `2.4_HZ`.
  public String term() {
    return term;
  }

  /// The word with its vocabulary.
  public String uri() {
    return SCHEME + term;
  }

  /// Empty for a word that this vocabulary does not have.
  public static Optional<MarsEventType> of(String uri) {
    String word = uri.substring(uri.lastIndexOf('#') + 1).strip();
    for (MarsEventType type : values()) {
      if (type.term.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
