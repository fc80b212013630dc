package org.jumelles.cli.answer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// A file that a command was given: mapped, and what is wrong with it said on standard error.
public final class InputFile {
  private static final int TOLD = 10;

  private InputFile() {}

  public static Bytes map(Path file, Arena arena) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder; name the files in it");
    }
    return Bytes.map(file, arena);
  }

  /// At most ten, then how many more.
  public static void tell(List<Defect> defects, long count, Answer answer) {
    defects.stream().limit(TOLD).forEach(defect -> answer.say("jumelles: " + defect.sentence()));
    if (count > TOLD) {
      answer.say("jumelles: and " + (count - TOLD) + " more defects");
    }
  }

  /// What was found; its defects are said.
  public static <T> T need(Outcome<T> outcome, Answer answer) {
    for (Defect defect : outcome.defects()) {
      if (outcome.found().isPresent()) {
        answer.say("jumelles: doubtful: " + defect.sentence());
      }
    }
    return outcome
        .found()
        .orElseThrow(() -> new MalformedDataException(outcome.defects().getFirst()));
  }
}
