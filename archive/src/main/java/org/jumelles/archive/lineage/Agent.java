package org.jumelles.archive.lineage;

/// Who or what bears some responsibility for an activity.
public sealed interface Agent {

  /// The program that did the work.
  record Software(String name, String version) implements Agent {}

  /// The person or account that started it.
  record Operator(String name) implements Agent {}

  /// The programme in whose frame it was done.
  record Programme(String name, Accountable accountable) implements Agent {}

  /// Which organisation answered for a programme at the instant of the observation.
  sealed interface Accountable {

    /// @param role in which it answered, as the accord's record names it
    /// @param source where that record has it from
    record Known(String organisation, String role, String source) implements Accountable {}

    record NotKnown(String reason) implements Accountable {}
  }
}
