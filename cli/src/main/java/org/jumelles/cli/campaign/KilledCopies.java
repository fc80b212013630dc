package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `kill -9` during `backup` and `restore`: the copy is there whole or not at all, and the next
/// attempt makes it.
final class KilledCopies implements Fault {
  @Override
  public String name() {
    return "kill -9 during backup and restore";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    for (int i = 0; i < ground.share(20) && ground.isTimeLeft(); i++) {
      Path copy = ground.fresh("backup");
      killedThenWhole(ground, notes, copy, "backup", copy, "--archive", ground.wholeArchive());
      Path restored = ground.fresh("restored");
      killedThenWhole(ground, notes, restored, "restore", copy, "--archive", restored);
      Ground.clear(copy);
      Ground.clear(restored);
    }
  }

  private static void killedThenWhole(Ground ground, Notes notes, Path target, Object... words)
      throws IOException, InterruptedException {
    Child.Running running = ground.child().start(words);
    if (!running.endsWithin(200 + ground.random().nextLong(700))) {
      running.kill();
      notes.made();
      notes.saw("exit 137 (killed); again: exit 0");
    }
    if (!Files.exists(target)) {
      Child.Said again = ground.child().run(words);
      notes.hold(again.code() == 0, words[0] + " again: " + again.sentence());
    }
    ground
        .whole()
        .sameAs(Holdings.checked(target, notes, words[0] + ""), notes, "after " + words[0]);
  }
}
