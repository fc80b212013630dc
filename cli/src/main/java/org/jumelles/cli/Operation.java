package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Run;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.ingest.LiveIngest;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.recipe.iasi.IasiChain;
import org.jumelles.pipeline.recipe.ryugu.RyuguChain;
import org.jumelles.pipeline.recipe.seis.SeisChain;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// What a command does to an archive: take in, simulate, process, and note that it did.
final class Operation {
  private final Archive archive;
  private final Progress progress;
  private final Provenance provenance;
  private final Runner runner;
  private final Moment started;
  private final LiveIngest live;
  private final boolean removesTicks;

  Operation(Archive archive, Progress progress) {
    this(archive, progress, false);
  }

  /// @param removesTicks of the seismometer's counts, the cross-talk of each second
  Operation(Archive archive, Progress progress, boolean removesTicks) {
    this.removesTicks = removesTicks;
    this.archive = archive;
    this.progress = progress;
    this.provenance =
        Provenance.ofThisProcess(Jumelles.VERSION_NUMBER, new Partnership(archive).accord());
    this.runner = Runner.onThisMachine(archive, progress);
    this.started = Provenance.now();
    this.live = new LiveIngest(archive, provenance);
  }

  List<FileReport> ingest(List<Path> paths, boolean rehash) throws IOException {
    return new Ingest(archive, provenance, progress, rehash).take(paths);
  }

  Provenance provenance() {
    return provenance;
  }

  /// Where records go that come live.
  LiveIngest live() {
    return live;
  }

  /// The chains of all missions.
  private List<Chain> chains() {
    return List.of(
        new SeisChain(archive, provenance, runner, removesTicks),
        new IasiChain(archive, provenance, runner),
        new RyuguChain(archive, provenance, runner));
  }

  Tally simulate(SimulationOptions options) throws IOException {
    return runner.run(
        "simulating", chains().stream().map(chain -> chain.simulation(options.day())).toList());
  }

  /// Runs every chain over what the archive holds.
  List<Chain.Report> process() throws IOException {
    List<Chain.Report> reports = new ArrayList<>();
    for (Chain chain : chains()) {
      reports.add(chain.run());
    }
    return reports;
  }

  static Tally total(List<Chain.Report> reports) {
    return reports.stream().map(Chain.Report::total).reduce(Tally.NOTHING, Tally::plus);
  }

  /// Makes every derived product again and compares.
  Derivation derive() throws IOException {
    List<Work> plan = new ArrayList<>();
    chains().forEach(chain -> plan.addAll(chain.plan()));
    return Derivation.of(archive, plan, progress);
  }

  /// Keeps the counts of records that came live, where any came.
  void record(String name, FileReport.Units units) throws IOException {
    if (units.read() > 0) {
      archive.recordRun(
          new Run(
              name, started, Provenance.now(), units.good(), units.doubtful(), units.refused()));
    }
  }

  /// Keeps the counts of a run that did something.
  void record(String name, IngestReport taken, Tally tally) throws IOException {
    FileReport.Units units = taken.units();
    long good = units.good() + tally.good();
    long doubtful = units.doubtful() + tally.doubtful();
    long refused = units.refused() + tally.refused() + tally.broken();
    if (good + doubtful + refused > 0) {
      archive.recordRun(new Run(name, started, Provenance.now(), good, doubtful, refused));
    }
  }
}
