package org.jumelles.formats.netcdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;

/// Another hand's program; a test that wants one is skipped by its name where it is missing.
final class Tool {
  private Tool() {}

  /// Runs a script of h5py by whichever Python of this machine has it.
  static String python(String script, String... words) throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      List<String> command = new ArrayList<>(List.of(python, "-c", script));
      command.addAll(List.of(words));
      try {
        return run(command.toArray(String[]::new));
      } catch (TestAbortedException _) {
        // The next one may have it.
      }
    }
    throw new TestAbortedException("no Python with h5py is here");
  }

  static String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort(command[0] + " is not here");
      throw e;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    Assumptions.assumeFalse(said.contains("No module named"), command[0] + ": " + said);
    if (code != 0) {
      throw new AssertionError(String.join(" ", command) + " failed with " + code + ": " + said);
    }
    return said;
  }
}
