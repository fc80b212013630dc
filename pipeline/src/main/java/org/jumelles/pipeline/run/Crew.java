package org.jumelles.pipeline.run;

import java.io.IOException;
import java.util.List;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.Defect;

/// Others that make products and store them in this process's place, such as the nodes of a
/// cluster. They find the work by its identity in the archive that all of them see.
public interface Crew extends AutoCloseable {

  /// Returns when every piece has its outcome, in the order of the plan.
  ///
  /// @param progress advanced by one for each piece
  /// @throws IOException where the cluster or the archive failed; what was stored stays stored
  List<Finished> make(String what, List<Work> open, Progress progress) throws IOException;

  @Override
  void close() throws IOException;

  /// What one piece of work came to.
  ///
  /// @param defects why, unless good
  record Finished(Identity identity, Kind kind, List<Defect> defects) {}

  /// The same kinds as a [Tally] counts.
  enum Kind {
    KNOWN,
    GOOD,
    DOUBTFUL,
    REFUSED,
    BROKEN
  }
}
