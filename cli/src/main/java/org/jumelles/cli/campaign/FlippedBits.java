package org.jumelles.cli.campaign;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One bit of one stored file turns over: `verify` names the file, its product and what was made
/// from it; `repair` brings it back by making it again, or from a backup; nothing else changes.
final class FlippedBits implements Fault {
  @Override
  public String name() {
    return "a flipped bit in a stored file";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    Path archive = ground.copyOfWhole("flipped");
    for (int i = 0; i < ground.share(5) && ground.isTimeLeft(); i++) {
      flip(ground, notes, archive);
    }
    Ground.clear(archive);
  }

  private static void flip(Ground ground, Notes notes, Path archive)
      throws IOException, InterruptedException {
    Path file = pick(ground, archive);
    long bit = ground.random().nextLong(8 * Files.size(file));
    flip(file, bit);
    notes.made();
    String when = "bit " + bit + " of " + archive.relativize(file);
    Child.Said verify = ground.child().run("verify", "--archive", archive);
    notes.hold(verify.code() == 1, when + ": verify, exit " + verify.code());
    notes.hold(
        verify.out().contains("Damaged: ") || isNamed(verify, file),
        when + ": not named: " + verify.out());
    Child.Said alone = ground.child().run("repair", "--archive", archive);
    if (alone.code() == 0) {
      notes.saw("verify: exit 1, named; repair: exit 0" + how(alone));
    } else {
      Child.Said repaired =
          ground.child().run("repair", "--archive", archive, "--from", ground.wholeArchive());
      notes.saw("verify: exit 1, named; repair --from BACKUP: exit " + repaired.code());
      notes.hold(repaired.code() == 0, when + ": repair: " + repaired.out() + repaired.err());
    }
    ground.whole().sameAs(Holdings.checked(archive, notes, when), notes, when + ", repaired");
  }

  private static String how(Child.Said repair) {
    return repair.out().contains("made again") ? ", made again" : ", from its own payloads";
  }

  private static boolean isNamed(Child.Said verify, Path file) {
    return verify.out().contains(String.valueOf(file.getFileName()));
  }

  /// Any file of the store's objects.
  private static Path pick(Ground ground, Path archive) throws IOException {
    Path store = archive.resolve("store");
    try (Stream<Path> paths = Files.walk(store)) {
      List<Path> files =
          paths
              .filter(Files::isRegularFile)
              .filter(path -> store.relativize(path).getNameCount() > 4)
              .filter(path -> !store.relativize(path).startsWith("extensions"))
              .filter(path -> path.toFile().length() > 0)
              .sorted()
              .toList();
      return files.get(ground.random().nextInt(files.size()));
    }
  }

  private static void flip(Path file, long bit) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(bit / 8);
      int old = access.read();
      access.seek(bit / 8);
      access.write(old ^ (1 << (bit % 8)));
    }
  }
}
