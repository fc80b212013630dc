package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = "Brings a backup back as an archive, into a folder that holds nothing yet.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles restore /backups/mars-2026-11-23 --archive mars",
      "  jumelles restore /backups/mars --archive mars --catalogue jdbc:postgresql://HOST/DATABASE",
      "  jumelles restore /backups/mars --archive mars --store s3://mission/mars"
    })
public final class RestoreCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The backup.")
  private Path from = Path.of("");

  @Override
  public Integer call() throws IOException {
    archive.restore(from);
    answer.give(
        Map.of("archive", archive.folder().toString()),
        () -> answer.out().println("Restored to " + archive.folder() + "; now: jumelles verify"));
    return ExitCode.OK;
  }
}
