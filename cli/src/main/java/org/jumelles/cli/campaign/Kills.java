package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;

/// `kill -9` while files are taken in and processed: what was stored stays, nothing is half there,
/// and the next run makes what an undisturbed one makes.
final class Kills implements Fault {
  private static final int KILLS_AN_ARCHIVE = 4;

  @Override
  public String name() {
    return "kill -9 during ingest and processing";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    int planned = ground.share(1);
    while (notes.times() < planned && ground.isTimeLeft()) {
      Path archive = ground.fresh("killed");
      int kills = ground.random().nextInt(1, KILLS_AN_ARCHIVE + 1);
      Holdings seen = Holdings.NONE;
      boolean ended = false;
      for (int i = 0; i < kills && !ended && notes.times() < planned; i++) {
        String when = "kill " + (notes.times() + 1);
        ended = !kill(ground, archive, notes);
        Holdings now = Holdings.checked(archive, notes, when);
        seen.keptBy(now, notes, when);
        seen = now;
      }
      Child.Said again = ground.child().run("up", ground.input(), "--archive", archive, "--once");
      notes.hold(again.code() == 0, "the run after the kill failed, " + again.sentence());
      ground
          .whole()
          .sameAs(
              Holdings.checked(archive, notes, "after the last run"),
              notes,
              "run again after kill " + notes.times());
      Ground.clear(archive);
    }
  }

  /// @return false where the program came to its end before
  private static boolean kill(Ground ground, Path archive, Notes notes)
      throws IOException, InterruptedException {
    long whole = ground.wholeProcessorMillis();
    long patience = whole / 10 + ground.random().nextLong(whole);
    Child.Running up = ground.child().start("up", ground.input(), "--archive", archive, "--once");
    if (up.endsWithin(patience)) {
      Child.Said said = up.end();
      notes.hold(said.code() == 0, "a run failed, " + said.sentence());
      return false;
    }
    up.kill();
    notes.made();
    notes.saw("exit 137 (killed); `up` again: exit 0");
    return true;
  }
}
