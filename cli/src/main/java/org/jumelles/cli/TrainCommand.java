package org.jumelles.cli;

import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Walks the common ways once in a throw-away archive, so that a cache of their classes can be kept
/// and every later start is quick.
@Command(name = "train", hidden = true, description = "Loads what a start-up cache should hold.")
final class TrainCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("jumelles-train");
    String archive = folder.resolve("archive").toString();
    List<List<String>> ways =
        List.of(
            List.of("--help"),
            List.of("seis", "lmst", "2018-11-26T19:44:52.444", "--json"),
            List.of("up", "--once", "--hours", "1", "--archive", archive),
            List.of("up", folder.toString(), "--once", "--archive", archive),
            List.of("list", "events", "--json", "--archive", archive),
            List.of("verify", "--archive", archive));
    try {
      for (List<String> way : ways) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Jumelles.run(nowhere, nowhere, way.toArray(String[]::new));
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    return ExitCode.OK;
  }
}
