package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The disk is full in the middle: a file system of a random size, made larger afterwards.
final class FullDisk implements Fault {
  private static final String SCRIPT =
      """
      mount -t tmpfs -o size="$KIB"k tmpfs "$DISK" || exit 97
      told full "$@" up "$INPUT" --archive "$DISK/archive" --once
      told read "$@" list products --json --archive "$DISK/archive"
      mount -o remount,size=1g "$DISK" || exit 97
      told again "$@" up "$INPUT" --archive "$DISK/archive" --once
      told verify "$@" verify --archive "$DISK/archive"
      cp -a "$DISK/archive" "$RESULT"
      """;

  @Override
  public String name() {
    return "disk full during ingest and processing";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    long needed = Ground.sizeBytes(ground.wholeArchive());
    int planned = ground.share(10);
    while (notes.times() < planned && ground.isTimeLeft()) {
      long kib = 64 + ground.random().nextLong(needed / 1024);
      Path trial = Files.createDirectory(ground.fresh("full"));
      Path result = trial.resolve("result");
      Path disk = Files.createDirectory(trial.resolve("disk"));
      NameSpace.Ran ran =
          new NameSpace(ground.child())
              .run(
                  SCRIPT,
                  trial,
                  Map.of(
                      "KIB", Long.toString(kib),
                      "DISK", disk.toString(),
                      "INPUT", ground.input().toString(),
                      "RESULT", result.toString()));
      if (!ran.why().isEmpty()) {
        notes.skip(ran.why());
        return;
      }
      check(ground, notes, ran, kib, result);
      Ground.clear(trial);
    }
  }

  private static void check(Ground ground, Notes notes, NameSpace.Ran ran, long kib, Path result)
      throws IOException {
    String when = "a disk of " + kib + " KiB";
    Child.Said full = ran.of("full");
    if (full.code() != 0) {
      notes.made();
      notes.saw("exit " + full.code() + ": " + cause(full.words()));
      notes.hold(full.code() == 1, when + ": " + full.sentence());
      notes.hold(
          !cause(full.words()).equals(full.words()),
          when + ": the cause was not told: " + full.err());
    }
    Child.Said again = ran.of("again");
    notes.hold(again.code() == 0, when + ", then room: `up` failed, " + again.sentence());
    Child.Said verify = ran.of("verify");
    notes.hold(verify.code() == 0, when + ", then room: verify: " + verify.out());
    ground.whole().sameAs(Holdings.checked(result, notes, when), notes, when + ", then room");
  }

  /// The words that tell a person what to do, without what differs each time.
  private static String cause(String words) {
    for (String known : new String[] {"No space left on device", "disk is full"}) {
      if (words.contains(known)) {
        return "... " + known;
      }
    }
    return words;
  }
}
