package org.jumelles.accord;

import java.time.LocalDate;
import org.jumelles.accord.agreement.Agreement;

/// What bound the partners on a day.
public sealed interface Binding {

  /// @param until the first day on which it may no longer bind
  record InForce(Agreement agreement, LocalDate until) implements Binding {}

  record NotKnown(String reason) implements Binding {}
}
