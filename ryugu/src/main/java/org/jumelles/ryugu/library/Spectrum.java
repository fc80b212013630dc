package org.jumelles.ryugu.library;

import java.util.Optional;

/// One named spectrum; NaN where there is no value.
///
/// @param sigma one standard deviation a value, where the file gives it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Spectrum(String name, double[] values, Optional<double[]> sigma) {
  public Spectrum {
    if (sigma.isPresent() && sigma.get().length != values.length) {
      throw new IllegalArgumentException(
          values.length + " values, " + sigma.get().length + " standard deviations");
    }
  }
}
