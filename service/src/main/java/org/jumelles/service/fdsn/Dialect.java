package org.jumelles.service.fdsn;

import java.util.Locale;

/// The four services, each with the version of its specification and of this implementation.
enum Dialect {
  DATASELECT("1.1.1", "Time series: miniSEED records, cut to the wanted window."),
  STATION("1.1.1", "Networks, stations, channels and instrument responses."),
  EVENT("1.2.1", "Events: origins, magnitudes, picks, with their Mars extensions."),
  AVAILABILITY("1.0.1", "Stretches of time of which waveforms are kept.");

  private final String version;
  private final String purpose;

  Dialect(String version, String purpose) {
    this.version = version;
    this.purpose = purpose;
  }

  /// Three levels, as the specification demands: its own two, and ours.
  String version() {
    return version;
  }

  String purpose() {
    return purpose;
  }

  /// As it stands in a path, such as `dataselect`.
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Where its resources lie.
  String root() {
    return "/fdsnws/" + path() + "/1/";
  }
}
