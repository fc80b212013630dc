package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The archive, or its store alone, is mounted read-only: what is read is read, what is to be
/// written is refused in words, nothing changes.
final class ReadOnly implements Fault {
  private static final String SCRIPT =
      """
      mount --bind "$PART" "$PART" && mount -o remount,ro,bind "$PART" || exit 97
      told up "$@" up "$INPUT" "$MORE" --archive "$ARCHIVE" --once
      told list "$@" list products --json --archive "$ARCHIVE"
      told verify "$@" verify --archive "$ARCHIVE"
      """;

  @Override
  public String name() {
    return "read-only archive, read-only store";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    for (String part : new String[] {"", "store"}) {
      Path trial = Files.createDirectory(ground.fresh("read-only"));
      Path archive = trial.resolve("archive");
      Ground.copyTree(ground.wholeArchive(), archive);
      Path more = trial.resolve("more.mseed");
      ground.writeOneMore(more);
      NameSpace.Ran ran =
          new NameSpace(ground.child())
              .run(
                  SCRIPT,
                  trial,
                  Map.of(
                      "PART", archive.resolve(part).toString(),
                      "ARCHIVE", archive.toString(),
                      "MORE", more.toString(),
                      "INPUT", ground.input().toString()));
      if (!ran.why().isEmpty()) {
        notes.skip(ran.why());
        return;
      }
      notes.made();
      String when = part.isEmpty() ? "read-only archive" : "read-only store";
      Child.Said up = ran.of("up");
      notes.saw(when + ": exit " + up.code() + ": " + up.words().replace(trial.toString(), "..."));
      notes.hold(up.code() == 1, when + ": up: " + up.sentence());
      for (String read : new String[] {"list", "verify"}) {
        Child.Said said = ran.of(read);
        notes.hold(said.code() == 0, when + ": " + read + ": " + said.sentence());
      }
      ground.whole().sameAs(Holdings.checked(archive, notes, when), notes, when);
      Ground.clear(trial);
    }
  }
}
