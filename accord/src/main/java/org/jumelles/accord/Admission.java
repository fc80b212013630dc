package org.jumelles.accord;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;

/// What becomes of facts at the door: all of them are admitted, or none, and every reason is named.
///
/// @param accord present where there is no defect
public record Admission(Optional<Accord> accord, List<Defect> defects) {
  public Admission {
    defects = List.copyOf(defects);
  }
}
