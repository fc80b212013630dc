package org.jumelles.ryugu.unmixing;

/// What is minimised for each spectrum x over the abundances a, none of them negative.
public sealed interface UnmixingMethod {

  /// |E a - x|^2.
  record NonNegative() implements UnmixingMethod {}

  /// |E a - x|^2 where the abundances add up to one.
  record FullyConstrained() implements UnmixingMethod {}

  /// 1/2 |E a - x|^2 + penalty |a|_1.
  ///
  /// @param penalty above zero, in the square of the spectra's unit
  /// @param gap the greatest duality gap, relative to the minimum, that passes for solved
  record Sparse(double penalty, double gap) implements UnmixingMethod {
    public Sparse {
      if (!(penalty > 0) || !Double.isFinite(penalty)) {
        throw new IllegalArgumentException("a penalty above zero is needed, not " + penalty);
      }
      if (!(gap > 0)) {
        throw new IllegalArgumentException("a duality gap above zero is needed, not " + gap);
      }
    }
  }
}
