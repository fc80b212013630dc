package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.velocity.TravelTimes;
import org.jumelles.seis.velocity.VelocityProfile;

/// Velocity models that a command was given, and what is wrong with them on standard error.
final class PlanetModels {
  private static final long GREATEST_BYTES = 4 << 20;

  /// A model's radius is the body's within so many parts of it.
  private static final double RADIUS_SHARE = 0.005;

  private PlanetModels() {}

  /// The files that were given, of equal weight; else those of the body, none where it has none.
  ///
  /// @throws MalformedDataException where no ray can be shot through one
  static List<Locator.Weighted> read(List<Path> files, Body body, Answer answer)
      throws IOException {
    List<Locator.Weighted> models = new ArrayList<>();
    for (Path file : files) {
      TravelTimes times =
          times(InputFile.need(VelocityProfile.read(text(file), file.toString()), answer), answer);
      double radiusKm = times.profile().radiusKm();
      if (Math.abs(radiusKm - body.radiusKm()) > RADIUS_SHARE * body.radiusKm()) {
        answer.say(
            "jumelles: doubtful: "
                + file
                + " ends at "
                + radiusKm
                + " km, and the radius of "
                + body.title()
                + " is "
                + body.radiusKm()
                + " km: see --body");
      }
      models.add(new Locator.Weighted(times, 1));
    }
    if (files.isEmpty()) {
      for (Body.Model model : body.models()) {
        models.add(new Locator.Weighted(times(model.profile(), answer), model.weight()));
      }
    }
    return models;
  }

  /// The same, at least one.
  static List<Locator.Weighted> need(List<Path> files, Body body, Answer answer)
      throws IOException {
    List<Locator.Weighted> models = read(files, body, answer);
    if (models.isEmpty()) {
      throw new IllegalArgumentException(
          "no velocity model of " + body.title() + " is built in: see --model");
    }
    return models;
  }

  static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder; name the model in it");
    }
    if (Files.size(file) > GREATEST_BYTES) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "size",
          "TauP velocity model",
          Files.size(file) + " B");
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static TravelTimes times(VelocityProfile profile, Answer answer) {
    return InputFile.need(TravelTimes.of(profile), answer);
  }
}
