package org.jumelles.iasi.simulation;

import java.util.Optional;
import org.jumelles.iasi.detection.Basis;
import org.jumelles.kernel.time.Moment;

/// What is to be simulated.
///
/// @param lines of 120 spectra, 1 to 100,000
/// @param plumes spread over the lines; SO2, dust and ash in turn
/// @param basis where given, spectra vary about its mean along its components, instead of the
/// parametric atmosphere
public record Plan(long seed, Moment start, int lines, int plumes, Optional<Basis> basis) {
  private static final int MOST_LINES = 100_000;
  private static final int MOST_PLUMES = 1000;

  public Plan {
    if (lines < 1 || lines > MOST_LINES) {
      throw new IllegalArgumentException(lines + " lines: 1 to " + MOST_LINES + " can be made");
    }
    if (plumes < 0 || plumes > MOST_PLUMES) {
      throw new IllegalArgumentException(plumes + " plumes: 0 to " + MOST_PLUMES + " can be made");
    }
  }
}
