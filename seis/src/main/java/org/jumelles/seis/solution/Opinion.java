package org.jumelles.seis.solution;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A solution and who stands for it.
///
/// @param author of the picks; a machine's are nobody's
/// @param source the resource identifier of the event that the picks came with, where they came
/// from outside
/// @param created when the picks were made, where it was told
public record Opinion(
    Solution solution, Optional<String> author, Optional<String> source, Optional<Moment> created) {
  public static Opinion ofMachine(Solution solution) {
    return new Opinion(solution, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public boolean isManual() {
    return source.isPresent();
  }
}
