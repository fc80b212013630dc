package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.lblrtm.Tape7;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.transfer.Emissivity;
import org.jumelles.iasi.transfer.Surface;
import picocli.CommandLine.Option;

/// The air and the ground that are looked at.
final class SceneOptions {
  private static final int CSV_BYTES = 4 << 20;

  @Option(names = "--layers", paramLabel = "FILE", description = "LBLRTM's TAPE7.")
  private @Nullable Path layers;

  @Option(names = "--profile", paramLabel = "FILE", description = "Levels: p, T, gases.")
  private @Nullable Path profile;

  @Option(
      names = "--angle",
      paramLabel = "DEG",
      description = {
        "Zenith angle of the satellite at the ground, 0 to 85, or LBLRTM's angle at the",
        "top, 95 to 180 (180 = straight down). Without: the layers' own, or nadir."
      })
  private double angleDeg = Double.NaN;

  @Option(
      names = "--surface-temperature",
      paramLabel = "K",
      description = "Of the ground; else that of the lowest level.")
  private double surfaceK = Double.NaN;

  @Option(
      names = "--emissivity",
      paramLabel = "E|FILE",
      defaultValue = "1",
      description = {
        "0 to 1, or a CSV of wavenumber_per_cm,emissivity, taken at the window's middle. (1)"
      })
  private String emissivity = "1";

  boolean given() {
    return layers != null || profile != null;
  }

  boolean fromLblrtm() {
    return layers != null;
  }

  /// @throws IllegalArgumentException where neither or both are given, or the angle cannot be had
  Atmosphere atmosphere(Answer answer) throws IOException {
    Path tape = layers;
    Path levels = profile;
    if (tape != null && levels == null) {
      try (Arena arena = Arena.ofConfined()) {
        Atmosphere own =
            Atmosphere.of(
                tape.toString(), InputFile.need(Tape7.read(InputFile.map(tape, arena)), answer));
        return Double.isNaN(angleDeg) ? own : own.seenAt(zenith(own));
      }
    }
    if (levels != null && tape == null) {
      Profile read = read(levels, answer);
      return Layering.DEFAULT.cut(read, Double.isNaN(angleDeg) ? 0 : angleDeg);
    }
    throw new IllegalArgumentException("either --layers or --profile says what the air is");
  }

  /// What was given, in the layers of a retrieval; the made-up standard where nothing was.
  Atmosphere atmosphereOrStandard(Answer answer) throws IOException {
    if (given()) {
      return atmosphere(answer).merged();
    }
    double zenith = Double.isNaN(angleDeg) ? 0 : angleDeg;
    return Layering.DEFAULT.cut(StandardProfile.make(), zenith).merged();
  }

  /// Shares of the gases that a sounding does not tell: the profile's, or round curves.
  Profile gases(Answer answer) throws IOException {
    Path levels = profile;
    return levels == null ? StandardProfile.make() : read(levels, answer);
  }

  static Profile read(Path levels, Answer answer) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      ProfileTable table = InputFile.need(ProfileTable.read(InputFile.map(levels, arena)), answer);
      return InputFile.need(Profile.of(table), answer);
    }
  }

  /// The ground below an atmosphere.
  ///
  /// @param emissivity of the window: see [#emissivity]
  Surface surface(Atmosphere atmosphere, double emissivity) {
    return new Surface(
        Double.isNaN(surfaceK) ? atmosphere.groundTemperatureK() : surfaceK, emissivity);
  }

  /// What was given: a number, or a table's at a wavenumber.
  double emissivity(double wavenumberPerCm) throws IOException {
    try {
      return Double.parseDouble(emissivity);
    } catch (NumberFormatException noNumber) {
      Path table = Path.of(emissivity);
      if (Files.size(table) > CSV_BYTES) {
        throw new IllegalArgumentException("--emissivity takes a CSV of up to 4 MiB", noNumber);
      }
      List<String> rows = Files.readAllLines(table, StandardCharsets.UTF_8);
      return Emissivity.ofCsv(table.toString(), rows).at(wavenumberPerCm);
    }
  }

  private double zenith(Atmosphere own) {
    return Atmosphere.zenithDeg(angleDeg, own.layers().getLast().upper().altitudeKm());
  }
}
