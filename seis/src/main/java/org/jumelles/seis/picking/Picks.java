package org.jumelles.seis.picking;

import java.util.List;
import java.util.Optional;

/// The phases of one event.
///
/// @param first P or Pg
/// @param second S or Sg, after the first
/// @param notes why any is absent or not clear
public record Picks(Optional<PhasePick> first, Optional<PhasePick> second, List<String> notes) {
  public Picks {
    notes = List.copyOf(notes);
    if (first.isPresent()
        && second.isPresent()
        && !first.get().time().isBefore(second.get().time())) {
      throw new IllegalArgumentException("S is not after P");
    }
  }

  public boolean areClear() {
    return first.filter(PhasePick::isClear).isPresent()
        && second.filter(PhasePick::isClear).isPresent();
  }
}
