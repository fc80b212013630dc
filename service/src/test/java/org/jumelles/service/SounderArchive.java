package org.jumelles.service;

import java.io.IOException;
import java.util.List;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.recipe.iasi.IasiChain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;

/// A simulated granule of the sounder in an archive, and all that its chain makes of it.
public final class SounderArchive {
  /// 12 lines: two an hour of the day that is asked for.
  public static final int LINES = 12;

  private SounderArchive() {}

  /// @return the identity of the granule
  public static String fill(Archive archive) throws IOException {
    Provenance provenance = new Provenance("0.1.0", "0123abc", "test", Accord.defaultRecord());
    Runner runner = new Runner(archive, Progress.SILENT, 2, 512L << 20);
    IasiChain chain = new IasiChain(archive, provenance, runner);
    Chain.Day day = new Chain.Day(1976, Utc.parse("2019-05-23T00:00:00"), LINES * 1800);
    runner.run("simulating", List.of(chain.simulation(day)));
    chain.run();
    return archive.entries(Query.all("spectra")).getFirst().product().sha256Hex();
  }
}
