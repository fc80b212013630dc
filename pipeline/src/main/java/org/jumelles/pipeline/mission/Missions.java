package org.jumelles.pipeline.mission;

import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.recipe.iasi.IasiChain;
import org.jumelles.pipeline.recipe.ryugu.RyuguChain;
import org.jumelles.pipeline.recipe.seis.SeisChain;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;

/// The chains of all missions.
public final class Missions {
  private Missions() {}

  /// @param removesTicks of the seismometer's counts, the cross-talk of each second
  public static List<Chain> chains(
      Archive archive, Provenance provenance, Runner runner, boolean removesTicks) {
    return chains(archive, provenance, runner, removesTicks, false);
  }

  /// @param removesTicks of the seismometer's counts, the cross-talk of each second
  /// @param kernels whether products of gas columns hold whole kernel matrices
  public static List<Chain> chains(
      Archive archive,
      Provenance provenance,
      Runner runner,
      boolean removesTicks,
      boolean kernels) {
    return List.of(
        new SeisChain(archive, provenance, runner, removesTicks),
        new IasiChain(archive, provenance, runner, kernels),
        new RyuguChain(archive, provenance, runner));
  }
}
