package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// One estimate of a single-station origin.
///
/// @param quantity the value and its density
/// @param contributions the computations it was made of, weighted
public record Estimate<T>(
    String publicID, Quantity<T> quantity, List<Contribution> contributions, Rest rest) {
  public Estimate {
    contributions = List.copyOf(contributions);
  }

  /// @param computationID publicID of a [Computation]
  public record Contribution(String computationID, Optional<Written<Double>> weight, Rest rest) {}
}
