package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.body.Body;
import picocli.CommandLine.Option;

/// On which planet or moon a station stands: one that ships, or a file of the user's own.
final class BodyOption {
  private static final long GREATEST_BYTES = 1 << 20;

  @Option(
      names = "--body",
      paramLabel = "BODY",
      description = "mars, moon, or a file of your own; else by the network (XA: moon), or mars.")
  private @Nullable String told;

  /// What was told; else the body of a network.
  Body ofNetwork(String network, Answer answer) throws IOException {
    return told == null ? Body.ofNetwork(network) : read(told, answer);
  }

  /// What was told; else the one by default.
  Body orDefault(Answer answer) throws IOException {
    return told == null ? Body.byDefault() : read(told, answer);
  }

  private static Body read(String told, Answer answer) throws IOException {
    Optional<Body> shipped = Body.named(told);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    Path file = Path.of(told);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "--body " + told + ": no file, and none of " + String.join(", ", Body.NAMES));
    }
    if (Files.size(file) > GREATEST_BYTES) {
      throw new MalformedDataException(
          told, new Place.Whole(), "size", "docs/bodies.md", Files.size(file) + " B");
    }
    return InputFile.need(
        Body.read(Files.readString(file, StandardCharsets.ISO_8859_1), told, beside(file)), answer);
  }

  /// The text of a model that lies beside the file.
  private static java.util.function.Function<String, Optional<String>> beside(Path file) {
    return name -> {
      try {
        Path model = file.resolveSibling(name);
        return Files.isRegularFile(model)
            ? Optional.of(PlanetModels.text(model))
            : Optional.empty();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
