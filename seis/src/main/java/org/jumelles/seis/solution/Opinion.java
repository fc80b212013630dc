package org.jumelles.seis.solution;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.picking.PhasePick;

/// A solution and who stands for it.
///
/// @param author of the picks; a machine's are nobody's
/// @param source the resource identifier of the event that the picks came with, where they came
/// from outside
/// @param created when the picks were made, where it was told
/// @param others phases that were picked beside those of the solution
public record Opinion(
    Solution solution,
    Optional<String> author,
    Optional<String> source,
    Optional<Moment> created,
    List<PhasePick> others) {
  public Opinion {
    others = List.copyOf(others);
  }

  public static Opinion ofMachine(Solution solution) {
    return new Opinion(solution, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  public boolean isManual() {
    return source.isPresent();
  }
}
