package org.jumelles.service.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The missions of the partnership, as the archive's recipes and entries name them.
enum Mission {
  SEIS(
      "SEIS on InSight",
      "Mars",
      "Seismic waveforms and the events found in them.",
      "waveform",
      "event"),
  IASI(
      "IASI on MetOp",
      "Earth",
      "Infrared spectra of the atmosphere and the alerts they raise.",
      "spectra",
      "alert"),
  RYUGU(
      "Ryugu samples of Hayabusa2",
      "Ryugu",
      "Image cubes of grains and what they are made of.",
      "cube",
      "grain");

  private final String title;
  private final String world;
  private final String purpose;
  private final String measured;
  private final String found;

  Mission(String title, String world, String purpose, String measured, String found) {
    this.title = title;
    this.world = world;
    this.purpose = purpose;
    this.measured = measured;
    this.found = found;
  }

  String title() {
    return title;
  }

  String world() {
    return world;
  }

  String purpose() {
    return purpose;
  }

  /// The kinds of entry that tell most of it, the measured before the found.
  List<String> kinds() {
    return List.of(measured, found);
  }

  /// How addresses and recipes name it.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Mission> of(String key) {
    return Stream.of(values()).filter(mission -> mission.key().equals(key)).findFirst();
  }
}
