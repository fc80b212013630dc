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
      List.of("events found"),
      List.of(
          new Way("Events", "/#events"),
          new Way("Waveforms", "/#channels"),
          new Way("In the archive", "/data?mission=seis"))),
  IASI(
      "IASI on MetOp",
      "Earth",
      "Infrared spectra of the atmosphere and the alerts they raise.",
      List.of("spectra processed", "alerts raised"),
      List.of(
          new Way("Spectra", "/#granules"),
          new Way("Alerts", "/alerts"),
          new Way("In the archive", "/data?mission=iasi"))),
  RYUGU(
      "Ryugu samples of Hayabusa2",
      "Ryugu",
      "Image cubes of grains and what they are made of.",
      List.of("image cubes taken in", "grains measured"),
      List.of(
          new Way("Cubes", "/ryugu/cubes"),
          new Way("Samples", "/ryugu/samples"),
          new Way("In the archive", "/data?mission=ryugu")));

  /// A way to what a mission has, from its card.
  record Way(String words, String address) {}

  private final String title;
  private final String world;
  private final String purpose;
  private final List<String> measures;
  private final List<Way> ways;

  Mission(String title, String world, String purpose, List<String> measures, List<Way> ways) {
    this.title = title;
    this.world = world;
    this.purpose = purpose;
    this.measures = List.copyOf(measures);
    this.ways = List.copyOf(ways);
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

  /// The measures of a dossier that tell most of it.
  List<String> measures() {
    return measures;
  }

  List<Way> ways() {
    return ways;
  }

  /// How addresses and recipes name it.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Mission> of(String key) {
    return Stream.of(values()).filter(mission -> mission.key().equals(key)).findFirst();
  }
}
