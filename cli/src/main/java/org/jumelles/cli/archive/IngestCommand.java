package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.run.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ingest",
    description = "Takes files and folders into the archive, recognised by content.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles ingest data/seis --archive mars")
public final class IngestCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(names = "--rehash", description = "Hash files again even where nothing seems changed.")
  private boolean rehash;

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.open()) {
      Operation operation = new Operation(open, answer.progress());
      IngestReport report = new IngestReport(operation.ingest(paths, rehash));
      operation.record("ingest", report, Tally.NOTHING);
      answer.give(
          Map.of("files", report.document()), () -> report.lines().forEach(answer.out()::println));
      return report.refusedByName() ? ExitCode.REFUSED : ExitCode.OK;
    }
  }
}
