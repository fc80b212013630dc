package org.jumelles.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.mission.Missions;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// What is sent to an executor: how to make one product, given its identity.
///
/// @param archive the folder, seen by all under this name
/// @param catalogueUrl empty where the catalogue is in the folder
record Hand(String archive, String catalogueUrl, String version, boolean removesTicks)
    implements Function<String, Told> {

  @Override
  public Told call(String identity) throws IOException {
    Bench bench = Bench.at(this);
    Work work = bench.find(identity);
    Tally tally = bench.runner.run(work.title(), List.of(work));
    return Told.of(identity, tally);
  }

  /// One open archive and its plan for each executor and site; its tasks share memory's budget.
  private static final class Bench {
    private static @Nullable Hand site;
    private static @Nullable Bench only;

    private final Archive archive;
    private final Runner runner;
    private final List<Chain> chains;
    private Map<String, Work> plan = new HashMap<>();

    private Bench(Archive archive, Hand hand) {
      this.archive = archive;
      this.runner = Runner.onThisMachine(archive, Progress.SILENT, Optional.empty());
      this.chains =
          Missions.chains(
              archive,
              Provenance.ofThisProcess(hand.version(), new Partnership(archive).accord()),
              runner,
              hand.removesTicks());
    }

    static synchronized Bench at(Hand hand) throws IOException {
      if (only != null && hand.equals(site)) {
        return only;
      }
      Path folder = Path.of(hand.archive());
      Bench opened =
          new Bench(
              hand.catalogueUrl().isEmpty()
                  ? Archive.openShared(folder)
                  : Archive.openShared(folder, hand.catalogueUrl()),
              hand);
      Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
      site = hand;
      only = opened;
      return opened;
    }

    /// Looks into the archive again where a step that was made since has brought new work.
    synchronized Work find(String identity) throws IOException {
      Work known = plan.get(identity);
      if (known != null) {
        return known;
      }
      Map<String, Work> fresh = new HashMap<>();
      for (Chain chain : chains) {
        chain.plan().forEach(work -> fresh.put(work.identity().toString(), work));
      }
      plan = fresh;
      Work found = plan.get(identity);
      if (found == null) {
        throw new IOException(
            "work "
                + identity
                + " is not in the plan of the archive at "
                + archive.folder()
                + " as this node sees it");
      }
      return found;
    }

    private void close() {
      try {
        archive.close();
      } catch (IOException e) {
        System.getLogger(Hand.class.getName())
            .log(System.Logger.Level.WARNING, "the archive was not closed well", e);
      }
    }
  }
}
