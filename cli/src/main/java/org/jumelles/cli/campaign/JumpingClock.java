package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The clock of the machine jumps by up to twenty years while the program runs, and stands in 1970
/// for the next run: no product depends on it. Needs libfaketime.
final class JumpingClock implements Fault {
  private static final long YEAR_SECONDS = 31_557_600;
  private static final int YEARS = 20;
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));

  @Override
  public String name() {
    return "clock jumps by up to 20 years, starts in 1970";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      notes.skip("libfaketime is not here");
      return;
    }
    for (int i = 0; i < ground.share(30) && ground.isTimeLeft(); i++) {
      Path archive = ground.fresh("clock");
      Path offset = ground.fresh("offset");
      jumping(ground, notes, archive, offset, library.get());
      Child.Said past =
          clocked(ground, archive, Map.of("FAKETIME", "1970-01-02 00:00:00"), library.get()).end();
      notes.saw("in 1970: exit " + past.code() + said(past));
      notes.hold(past.code() == 0, "in 1970: " + past.sentence());
      Child.Said now = ground.child().run("up", ground.input(), "--archive", archive, "--once");
      notes.hold(now.code() == 0, "after the jumps: " + now.sentence());
      ground
          .whole()
          .sameAs(Holdings.checked(archive, notes, "after the jumps"), notes, "after the jumps");
      Ground.clear(archive);
      Files.delete(offset);
    }
  }

  private static void jumping(Ground ground, Notes notes, Path archive, Path offset, Path library)
      throws IOException, InterruptedException {
    Files.writeString(offset, "+0");
    Map<String, String> environment =
        Map.of("FAKETIME_TIMESTAMP_FILE", offset.toString(), "FAKETIME_NO_CACHE", "1");
    Child.Running up = clocked(ground, archive, environment, library);
    int jumps = 0;
    while (!up.endsWithin(up.processorMillis() + 200)) {
      long seconds = ground.random().nextLong(-YEARS * YEAR_SECONDS, YEARS * YEAR_SECONDS);
      Path next = offset.resolveSibling(offset.getFileName() + ".next");
      Files.writeString(next, seconds < 0 ? Long.toString(seconds) : "+" + seconds);
      Files.move(next, offset, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      jumps++;
    }
    Child.Said said = up.end();
    notes.made();
    notes.saw("with jumps: exit " + said.code() + said(said));
    notes.hold(said.code() == 0 && jumps > 0, "with " + jumps + " jumps: " + said.sentence());
  }

  private static String said(Child.Said said) {
    return said.code() == 0 ? "" : ": " + said.words();
  }

  private static Child.Running clocked(
      Ground ground, Path archive, Map<String, String> settings, Path library) throws IOException {
    Map<String, String> environment = new java.util.HashMap<>(settings);
    environment.put("LD_PRELOAD", library.toString());
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    environment.put("NO_FAKE_STAT", "1");
    return ground
        .child()
        .start(
            ground.child().command("up", ground.input(), "--archive", archive, "--once"),
            environment);
  }

  private static Optional<Path> library() throws IOException {
    PathMatcher wanted =
        FileSystems.getDefault().getPathMatcher("glob:**/faketime/libfaketimeMT.so.1");
    for (Path place : PLACES) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> paths = Files.find(place, 3, (path, _) -> wanted.matches(path))) {
          Optional<Path> found = paths.findFirst();
          if (found.isPresent()) {
            return found;
          }
        } catch (java.io.UncheckedIOException e) {
          // a folder that may not be read holds none that may be used
        }
      }
    }
    return Optional.empty();
  }
}
