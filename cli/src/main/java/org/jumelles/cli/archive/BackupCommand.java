package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Copies the archive to a new folder, also while it is in use.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles backup /backups/mars-2026-11-23 --archive mars")
public final class BackupCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Where to; must not exist.")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      open.backup(to);
    }
    answer.give(Map.of("backup", to.toString()), () -> answer.out().println("Backed up to " + to));
    return ExitCode.OK;
  }
}
