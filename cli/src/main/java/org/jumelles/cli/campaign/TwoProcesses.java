package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;

/// Two processes write to one archive at the same time, and a third reads it: one writes, the other
/// is told who does, the reader reads.
final class TwoProcesses implements Fault {
  @Override
  public String name() {
    return "two writers and a reader on one archive";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    for (int i = 0; i < ground.share(20) && ground.isTimeLeft(); i++) {
      Path archive = ground.fresh("shared");
      Object[] up = {"up", ground.input(), "--archive", archive, "--once"};
      Child.Running first = ground.child().start(up);
      Child.Running second = ground.child().start(up);
      if (!first.endsWithin(ground.wholeProcessorMillis() / 2) || !second.endsWithin(1)) {
        Child.Said read = ground.child().run("list", "products", "--json", "--archive", archive);
        boolean notYet = read.words().contains("there is no archive here");
        notes.hold(read.code() == 0 || notYet, "the reader: " + read.sentence());
      }
      Child.Said one = first.end();
      Child.Said two = second.end();
      notes.made();
      Child.Said refused = one.code() == 0 ? two : one;
      notes.saw(
          "one exit 0, the other exit "
              + refused.code()
              + (refused.words().contains("is being written by")
                  ? ": ... is being written by"
                  : ""));
      notes.hold(one.code() == 0 || two.code() == 0, one.sentence() + " and " + two.sentence());
      notes.hold(
          refused.code() == 0 || refused.words().contains("is being written by"),
          "the second writer: " + refused.sentence());
      ground.whole().sameAs(Holdings.checked(archive, notes, "two writers"), notes, "two writers");
      Ground.clear(archive);
    }
  }
}
