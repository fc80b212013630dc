package org.jumelles.accord;

import org.jumelles.accord.programme.RoleAssignment;

/// Who answered for a programme at an instant.
public sealed interface Answer {

  /// The assignment that was flagged accountable; where its dates are not known it says so itself.
  record Known(RoleAssignment assignment) implements Answer {}

  record NotKnown(String reason) implements Answer {}
}
