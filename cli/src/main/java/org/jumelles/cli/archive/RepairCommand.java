package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Progress;
import org.jumelles.archive.Repair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "repair",
    description = {
      "Gives damaged products their files back: from a backup, or by making them again. Only bytes",
      "whose hash is the one promised are taken; what was damaged is set aside, not deleted."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles repair --archive mars",
      "  jumelles repair --archive mars --from /backups/mars-2026-11-23",
      "",
      "A raw file can come back from a backup only. Exit code 1 where anything is left damaged."
    })
public final class RepairCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--from",
      paramLabel = "BACKUP",
      description = "The folder of a backup, or of any archive that has the same products.")
  private @Nullable Path backup;

  @Override
  public Integer call() throws IOException {
    if (backup != null && !Files.isDirectory(backup.resolve("store"))) {
      throw new NoSuchFileException(backup.toString(), null, "there is no backup here");
    }
    try (Archive open = archive.open()) {
      Operation operation = new Operation(open, answer.progress());
      Repair repair = open.repair(Optional.ofNullable(backup), operation.again(), Progress.NONE);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("mended", repair.mended().stream().map(RepairCommand::document).toList());
      document.put("ledger_rewritten", repair.ledgerRewritten());
      document.putAll(DamageText.document(repair.after()));
      answer.give(document, () -> print(repair));
      return repair.after().clean() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private static Map<String, Object> document(Repair.Mended mended) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("product", mended.product().sha256Hex());
    one.put("title", mended.title());
    one.put("files", mended.files());
    one.put("damaged_files", mended.aside().map(Path::toString).orElse(""));
    return one;
  }

  private void print(Repair repair) {
    var out = answer.out();
    for (Repair.Mended one : repair.mended()) {
      out.println("Whole again: " + one.title() + ", " + one.product());
      out.println("  " + files(one.files()));
      one.aside().ifPresent(path -> out.println("  what was damaged lies in " + path));
    }
    if (repair.ledgerRewritten()) {
      out.println("The ledger's file was made anew from the catalogue's rows.");
    }
    DamageText.lines(repair.after()).forEach(out::println);
    out.println(repair.after().clean() ? "Clean." : "NOT clean.");
  }

  private static String files(List<Repair.MendedFile> files) {
    return files.stream()
        .map(file -> file.name() + " " + words(file.source()))
        .collect(Collectors.joining(", "));
  }

  private static String words(Repair.Source source) {
    return switch (source) {
      case ITSELF -> "was whole";
      case BACKUP -> "from the backup";
      case DERIVED -> "made again";
      case SET_ASIDE -> "from what was set aside";
    };
  }
}
