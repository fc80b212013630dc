package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Version;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Repair;
import org.jumelles.archive.Run;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.ingest.LiveIngest;
import org.jumelles.pipeline.mission.Missions;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// What a command does to an archive: take in, simulate, process, and note that it did.
public final class Operation {
  private final Archive archive;
  private final Progress progress;
  private final Provenance provenance;
  private final Runner runner;
  private final Moment started;
  private final LiveIngest live;
  private final boolean removesTicks;
  private boolean keepsKernels;

  public Operation(Archive archive, Progress progress) {
    this(archive, progress, false);
  }

  /// @param removesTicks of the seismometer's counts, the cross-talk of each second
  public Operation(Archive archive, Progress progress, boolean removesTicks) {
    this(
        archive, progress, Runner.onThisMachine(archive, progress, Optional.empty()), removesTicks);
  }

  /// @param runner who does the work
  public Operation(Archive archive, Progress progress, Runner runner, boolean removesTicks) {
    this.removesTicks = removesTicks;
    this.archive = archive;
    this.progress = progress;
    this.provenance = Provenance.ofThisProcess(Version.NUMBER, new Partnership(archive).accord());
    this.runner = runner;
    this.started = Provenance.now();
    this.live = new LiveIngest(archive, provenance);
  }

  /// From now on products of gas columns hold whole kernel matrices.
  public void keepKernels(boolean wanted) {
    keepsKernels = wanted;
  }

  public List<FileReport> ingest(List<Path> paths, boolean rehash) throws IOException {
    return new Ingest(archive, provenance, progress, rehash).take(paths);
  }

  public Provenance provenance() {
    return provenance;
  }

  /// Where records go that come live.
  public LiveIngest live() {
    return live;
  }

  /// The chains of all missions.
  private List<Chain> chains() {
    return Missions.chains(archive, provenance, runner, removesTicks, keepsKernels);
  }

  public Tally simulate(SimulationOptions options) throws IOException {
    return runner.run(
        "simulating", chains().stream().map(chain -> chain.simulation(options.day())).toList());
  }

  /// Runs every chain over what the archive holds.
  public List<Chain.Report> process() throws IOException {
    return process(List.of(), Selection.ALL);
  }

  /// Runs the chains of these missions, or of all where none is named, as far as it is wanted.
  ///
  /// @throws IllegalArgumentException where no mission or recipe is of a name
  public List<Chain.Report> process(List<String> missions, Selection selection) throws IOException {
    List<String> known = chains().stream().map(Chain::name).toList();
    List<String> recipes = chains().stream().flatMap(chain -> chain.recipes().stream()).toList();
    for (String pattern : selection.unknown(recipes)) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is none of the recipes " + String.join(", ", recipes));
    }
    for (String mission : missions) {
      if (!known.contains(mission)) {
        throw new IllegalArgumentException(
            "'" + mission + "' is none of the missions " + String.join(", ", known));
      }
    }
    List<Chain.Report> reports = new ArrayList<>();
    for (Chain chain : chains()) {
      if (missions.isEmpty() || missions.contains(chain.name())) {
        reports.add(chain.run(selection));
      }
    }
    return reports;
  }

  public static Tally total(List<Chain.Report> reports) {
    return reports.stream().map(Chain.Report::total).reduce(Tally.NOTHING, Tally::plus);
  }

  /// Makes every derived product again and compares.
  Derivation derive() throws IOException {
    return Derivation.of(archive, plan(), progress);
  }

  private List<Work> plan() {
    List<Work> plan = new ArrayList<>();
    chains().forEach(chain -> plan.addAll(chain.plan()));
    return plan;
  }

  /// Makes one derived product again, where its recipe is planned here.
  Repair.Again again() {
    return identity -> {
      for (Work work : plan()) {
        if (work.identity().equals(identity)) {
          return Derivation.again(work);
        }
      }
      return Optional.empty();
    };
  }

  /// Keeps the counts of records that came live, where any came.
  public void record(String name, FileReport.Units units) throws IOException {
    if (units.read() > 0) {
      archive.recordRun(
          new Run(
              name, started, Provenance.now(), units.good(), units.doubtful(), units.refused()));
    }
  }

  /// Keeps the counts of a run that did something.
  public void record(String name, IngestReport taken, Tally tally) throws IOException {
    FileReport.Units units = taken.units();
    long good = units.good() + tally.good();
    long doubtful = units.doubtful() + tally.doubtful();
    long refused = units.refused() + tally.refused() + tally.broken();
    if (good + doubtful + refused > 0) {
      archive.recordRun(new Run(name, started, Provenance.now(), good, doubtful, refused));
    }
  }
}
