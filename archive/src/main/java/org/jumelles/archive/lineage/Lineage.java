package org.jumelles.archive.lineage;

import java.util.List;
import org.jumelles.kernel.time.Moment;

/// The part of a product's history that its recipe, parameters and inputs do not already tell.
///
/// @param codeCommit the commit of the code that ran, or `unknown`
public record Lineage(String codeCommit, Moment startedAt, Moment endedAt, List<Agent> agents) {
  public Lineage {
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "an activity that ended (" + endedAt + ") before it started (" + startedAt + ")");
    }
    agents = List.copyOf(agents);
  }
}
