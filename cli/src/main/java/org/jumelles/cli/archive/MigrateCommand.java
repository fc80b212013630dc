package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Counts;
import org.jumelles.pipeline.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description = {
      "Moves the catalogue from SQLite into an empty database of PostgreSQL, reads each product back",
      "and compares, and opens the archive with it from then on. Broken off, it goes on when it is",
      "begun again. The old catalogue stays beside as catalogue.db.migrated."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles migrate --archive mars --to jdbc:postgresql://HOST/DATABASE?user=mars")
public final class MigrateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(names = "--to", paramLabel = "URL", required = true, description = "The new catalogue.")
  private String to = "";

  @Override
  public Integer call() throws IOException {
    Progress progress = answer.progress();
    long[] before = {-1};
    Counts counts =
        Archive.migrate(
            archive.folder(),
            to,
            (done, all, _) -> {
              if (before[0] < 0) {
                progress.begin("copying, then comparing products", all);
                before[0] = 0;
              }
              progress.advance(done - before[0]);
              before[0] = done;
            });
    progress.end();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("products", counts.products());
    document.put("entries", counts.entries());
    answer.give(
        document,
        () ->
            answer
                .out()
                .printf(
                    "%,d products with %,d entries moved and compared.%n",
                    counts.products(), counts.entries()));
    return ExitCode.OK;
  }
}
