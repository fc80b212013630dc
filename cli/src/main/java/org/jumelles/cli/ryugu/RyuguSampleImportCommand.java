package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.pipeline.sample.SampleTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = "Records the entries of a CSV or YAML file in the archive's ledger of samples.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu sample import docs/examples/ryugu-totals.csv --archive grains",
      "  jumelles ryugu sample import my-grains.yaml --archive grains --dry-run",
      "",
      "Entries and fields: docs/samples.md. What is refused is told with line, column and",
      "field, is not recorded, and the exit code is 3; put it right and import the file",
      "again: what the ledger holds already is passed over. Nothing recorded is ever",
      "changed; to correct it, record a correction."
    })
final class RyuguSampleImportCommand implements Callable<Integer> {
  private static final int DEFECTS_SHOWN = 50;

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "CSV, or YAML by its name.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Judge the file and record nothing.")
  private boolean dryRun;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who records this; else the account of this process.")
  private String author = System.getProperty("user.name", "not known");

  @Override
  public Integer call() throws IOException {
    SampleTable table = SampleTable.read(file);
    try (Archive open = archive.open()) {
      SampleKeeping.Taken taken = SampleKeeping.take(open, table, author, dryRun);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      document.put("recorded", !dryRun);
      document.put("read", taken.read());
      document.put("good", taken.good());
      document.put("doubtful", taken.doubtful());
      document.put("refused", taken.refused());
      document.put("known", taken.known());
      document.put("defects", taken.defects().stream().map(Defect::sentence).toList());
      answer.give(document, () -> print(taken));
      taken.defects().stream().limit(DEFECTS_SHOWN).forEach(one -> answer.say(one.sentence()));
      if (taken.defects().size() > DEFECTS_SHOWN) {
        answer.say("and " + (taken.defects().size() - DEFECTS_SHOWN) + " more; all with --json");
      }
      return taken.refused() > 0 ? ExitCode.REFUSED : ExitCode.OK;
    }
  }

  private void print(SampleKeeping.Taken taken) {
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %,d entries read: %,d good, %,d doubtful, %,d refused, %,d known before%s",
                file,
                taken.read(),
                taken.good(),
                taken.doubtful(),
                taken.refused(),
                taken.known(),
                dryRun ? "; nothing was recorded" : ""));
  }
}
