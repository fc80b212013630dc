package org.jumelles.iasi.spectrum;

import org.jumelles.kernel.outcome.Outcome;

/// Level 1C spectra in one container, read line by line so that memory stays at one line.
public interface Granule {
  Header header();

  /// How many lines the container has; those that prove bad are counted too.
  int lineCount();

  /// @param number from zero
  Outcome<ScanLine> line(int number);
}
