package org.jumelles.cli.up;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;
import org.jumelles.cli.archive.IngestReport;
import org.jumelles.cli.archive.Operation;
import org.jumelles.cli.archive.SimulationOptions;
import org.jumelles.cli.archive.TallyText;
import org.jumelles.cli.archive.TickOption;
import org.jumelles.cli.serve.ListenOption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "up",
    description = {
      "Takes in files and folders, runs every chain that applies, prints what it found, and serves",
      "all of it. With no PATH it simulates a day with known truth and prints found against true."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles up                                  a simulated day, then http://127.0.0.1:8470",
      "  jumelles up data/seis --archive mars --once  take in a folder, process it, stop"
    })
public final class UpCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private TickOption ticks = new TickOption();

  @Parameters(paramLabel = "PATH", description = "Files and folders, recognised by content.")
  private List<Path> paths = List.of();

  @Option(names = "--once", description = "Stop after processing; serve nothing.")
  private boolean once;

  @Option(
      names = "--pc-basis",
      paramLabel = "DIR",
      description = "Principal components of IASI spectra: EUMETSAT's IASI_EV1_xx_Mxx and so on.")
  private @Nullable Path basis;

  @Option(
      names = "--lines",
      split = ",",
      paramLabel = "FILE",
      description = "Spectral lines for CO columns of IASI spectra: HITRAN's 160 characters.")
  private List<Path> lines = List.of();

  @Option(
      names = "--column-kernels",
      description = {
        "Keep whole averaging kernel matrices with gas columns, not the columns' kernels alone. An",
        "archive where they once were kept keeps them."
      })
  private boolean kernels;

  @Option(names = "--rehash", description = "Hash files again even where nothing seems changed.")
  private boolean rehash;

  @Mixin private ListenOption listen = new ListenOption();

  @Mixin private SimulationOptions simulation = new SimulationOptions();

  @Override
  public Integer call() throws IOException {
    long startedNanos = System.nanoTime();
    try (Archive open = archive.open()) {
      if (!once) {
        listen.check(open);
      }
      Operation operation = new Operation(open, answer.progress(), ticks.isRemoved());
      operation.keepKernels(kernels);
      boolean simulated = paths.isEmpty();
      IngestReport taken =
          simulated && basis == null && lines.isEmpty()
              ? IngestReport.NOTHING
              : new IngestReport(operation.ingest(given(), rehash));
      Tally made = simulated ? operation.simulate(simulation) : Tally.NOTHING;
      List<Chain.Report> reports = operation.process();
      Tally total = Operation.total(reports);
      operation.record("up", taken, made.plus(total));
      Findings findings =
          Findings.of(reports.stream().map(report -> Findings.of(open, report)).toList());
      print(open, taken, made.plus(total), findings, startedNanos);
      int code = code(taken, total);
      if (!once) {
        answer.out().flush();
        listen.serve(open, answer, Optional.of(operation.provenance()));
      }
      return code;
    }
  }

  private List<Path> given() {
    List<Path> all = new ArrayList<>(paths);
    Optional.ofNullable(basis).ifPresent(all::add);
    all.addAll(lines);
    return all;
  }

  private void print(
      Archive open, IngestReport taken, Tally tally, Findings findings, long startedNanos) {
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("archive", open.folder().toString());
    document.put("files", taken.document());
    document.put("products", TallyText.document(tally));
    document.putAll(findings.document());
    document.put("seconds", Math.round(seconds * 100) / 100.0);
    answer.give(
        document,
        () -> {
          List<String> lines = new ArrayList<>(taken.lines());
          lines.addAll(findings.lines());
          lines.addAll(TallyText.lines(tally));
          if (taken.isNothingNew() && tally.made() + tally.refused() + tally.broken() == 0) {
            lines.add("Nothing to do: everything was in the archive already.");
          }
          lines.forEach(answer.out()::println);
        });
    answer.out().flush();
  }

  private static int code(IngestReport taken, Tally tally) {
    if (tally.broken() > 0) {
      return ExitCode.FAILED;
    }
    return taken.refusedByName() ? ExitCode.REFUSED : ExitCode.OK;
  }
}
