package org.jumelles.seis.event;

import org.jumelles.formats.quakeml.MarsEventType;

/// The types of quakes by their band content, and what looks like one [Clinton2021] §3.
public enum EventType {
  LOW_FREQUENCY("LF"),
  BROADBAND("BB"),
  WIDEBAND("WB"),
  HIGH_FREQUENCY("HF"),
  RESONANCE_2_4_HZ("2.4 Hz"),
  VERY_HIGH_FREQUENCY("VF"),
  SUPER_HIGH_FREQUENCY("SF");

  private final String shortName;

  EventType(String shortName) {
    this.shortName = shortName;
  }

  /// As papers write it, such as `LF`.
  public String shortName() {
    return shortName;
  }

  /// As catalogues write it in the vocabulary of QuakeML's extension, such as `2.4_HZ`.
  public String catalogueName() {
    return MarsEventType.valueOf(name()).term();
  }

  /// Whether most of its energy lies below 2.4 Hz, so that its distance follows from S - P in a
  /// velocity model.
  public boolean isOfLowFrequencyFamily() {
    return switch (this) {
      case LOW_FREQUENCY, BROADBAND, WIDEBAND -> true;
      case HIGH_FREQUENCY, RESONANCE_2_4_HZ, VERY_HIGH_FREQUENCY, SUPER_HIGH_FREQUENCY -> false;
    };
  }
}
