package org.jumelles.seis.event;

/// The types of marsquakes by their band content, and what looks like one [Clinton2021] §3.
public enum EventType {
  LOW_FREQUENCY("LF", "LOW_FREQUENCY"),
  BROADBAND("BB", "BROADBAND"),
  WIDEBAND("WB", "WIDEBAND"),
  HIGH_FREQUENCY("HF", "HIGH_FREQUENCY"),
  RESONANCE_2_4_HZ("2.4 Hz", "2.4_HZ"),
  VERY_HIGH_FREQUENCY("VF", "VERY_HIGH_FREQUENCY"),
  SUPER_HIGH_FREQUENCY("SF", "SUPER_HIGH_FREQUENCY");

  private final String shortName;
  private final String catalogueName;

  EventType(String shortName, String catalogueName) {
    this.shortName = shortName;
    this.catalogueName = catalogueName;
  }

  /// As papers write it, such as `LF`.
  public String shortName() {
    return shortName;
  }

  /// As the marsquake service's QuakeML writes it, such as `2.4_HZ`.
  public String catalogueName() {
    return catalogueName;
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
