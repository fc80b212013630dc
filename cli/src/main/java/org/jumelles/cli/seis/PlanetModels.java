package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.velocity.TravelTimes;
import org.jumelles.seis.velocity.VelocityProfile;

/// Velocity models that a command was given, and what is wrong with them on standard error.
final class PlanetModels {
  private static final long GREATEST_BYTES = 4 << 20;

  private PlanetModels() {}

  /// @throws MalformedDataException where no ray can be shot through it
  static TravelTimes read(Path file, Answer answer) throws IOException {
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
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return times(InputFile.need(VelocityProfile.read(text, file.toString()), answer), answer);
  }

  /// The simple Mars that ships.
  static TravelTimes byDefault(Answer answer) {
    return times(VelocityProfile.simpleMars(), answer);
  }

  private static TravelTimes times(VelocityProfile profile, Answer answer) {
    return InputFile.need(TravelTimes.of(profile), answer);
  }
}
