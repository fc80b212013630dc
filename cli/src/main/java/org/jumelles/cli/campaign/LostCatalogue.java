package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/// The catalogue is deleted, cut off or overwritten with noise: the next command says so, and
/// `rebuild` brings all of it back, also when it is killed on its way.
final class LostCatalogue implements Fault {
  private enum Harm {
    DELETED,
    CUT,
    NOISE
  }

  @Override
  public String name() {
    return "catalogue deleted, cut off, overwritten; rebuild killed";
  }

  @Override
  public void make(Ground ground, Notes notes) throws IOException, InterruptedException {
    for (int i = 0; i < ground.share(10) && ground.isTimeLeft(); i++) {
      one(ground, notes, Harm.values()[i % Harm.values().length]);
    }
  }

  private static void one(Ground ground, Notes notes, Harm harm)
      throws IOException, InterruptedException {
    Path archive = ground.copyOfWhole("uncatalogued");
    harm(archive.resolve("catalogue.db"), harm, ground.random());
    notes.made();
    Child.Said list = ground.child().run("list", "products", "--archive", archive);
    notes.saw("list: exit " + list.code() + ": " + list.words().replace(archive.toString(), "..."));
    boolean told = list.words().contains("jumelles rebuild");
    notes.hold(list.code() == 0 || told, harm + ": `list` said " + list.sentence());
    Child.Said up = ground.child().run("up", ground.input(), "--archive", archive, "--once");
    told = up.words().contains("jumelles rebuild");
    notes.hold(told || up.code() == 0, harm + ": `up` said " + up.sentence());
    Child.Running rebuild = ground.child().start("rebuild", "--archive", archive);
    if (!rebuild.endsWithin(ground.random().nextLong(ground.wholeProcessorMillis()))) {
      rebuild.kill();
    }
    Child.Said rebuilt = ground.child().run("rebuild", "--archive", archive);
    notes.hold(rebuilt.code() == 0, harm + ": rebuild failed, " + rebuilt.sentence());
    String when = "catalogue " + harm + ", rebuilt";
    ground.whole().sameAs(Holdings.checked(archive, notes, when), notes, when);
    Ground.clear(archive);
  }

  private static void harm(Path file, Harm harm, Random random) throws IOException {
    switch (harm) {
      case DELETED -> Files.delete(file);
      case CUT -> {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
          channel.truncate(random.nextLong(channel.size()));
        }
      }
      case NOISE -> {
        byte[] bytes = new byte[(int) Math.min(1 << 16, Files.size(file))];
        random.nextBytes(bytes);
        Files.write(file, bytes, StandardOpenOption.WRITE);
      }
    }
  }
}
