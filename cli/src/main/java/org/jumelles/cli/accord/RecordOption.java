package org.jumelles.cli.accord;

import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Partnership;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which record of the partnership a command reads: that of an archive, or where there is no
/// archive the one that comes with the program.
public final class RecordOption {
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--known-on",
      paramLabel = "TIME",
      description = "The record as it was known at that UTC time; now, where not given.")
  private @Nullable String knownOn;

  /// Asks the record.
  @FunctionalInterface
  interface Question<T> {
    T ask(Accord accord) throws IOException;
  }

  /// Asks the record and the archive that keeps it.
  @FunctionalInterface
  interface ArchiveQuestion<T> {
    T ask(Accord accord, Archive archive) throws IOException;
  }

  boolean hasArchive() {
    return Files.isDirectory(archive.folder());
  }

  <T> T ask(Question<T> question) throws IOException {
    if (!hasArchive()) {
      return question.ask(Accord.defaultRecord());
    }
    return askArchive((accord, _) -> question.ask(accord));
  }

  <T> T askArchive(ArchiveQuestion<T> question) throws IOException {
    try (Archive open = archive.openReadOnly()) {
      Accord accord =
          new Partnership(open).knownOn(knownOn == null ? Moment.MAX : Utc.parse(knownOn));
      return question.ask(accord, open);
    }
  }

  Archive openForWriting() throws IOException {
    return archive.open();
  }

  /// A day from text such as `2020-01-01`; today's UTC day where there is none.
  public static LocalDate day(@Nullable String text) {
    if (text == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no day such as 2020-01-01", e);
    }
  }
}
