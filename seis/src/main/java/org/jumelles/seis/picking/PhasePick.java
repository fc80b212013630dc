package org.jumelles.seis.picking;

import java.util.Locale;
import org.jumelles.kernel.time.Moment;

/// One phase.
///
/// @param phase `P`, `S`, `Pg` or `Sg`
/// @param sigmaSeconds of the time, above zero
/// @param gain log-likelihood of the data with this phase less that without it
/// @param rise power from the phase on over the power before it would have gone on, as a ratio
/// @param evidence in a sentence
public record PhasePick(
    String phase, Moment time, double sigmaSeconds, double gain, double rise, String evidence) {
  /// Set beside the picks of nine real events, and frozen: see `docs/catalogue.md`.
  private static final double CLEAR_GAIN = 40;

  private static final double CLEAR_RISE = 4;

  private static final double CLEAR_SIGMA_SECONDS = 20;

  /// The same with the sigma of an onset that may be anywhere in the window that was searched: what
  /// does not stand out by itself may be another onset than the phase.
  PhasePick asOneOfMany(double windowSigmaSeconds) {
    double wider = Math.hypot(sigmaSeconds, windowSigmaSeconds);
    return new PhasePick(
        phase,
        time,
        wider,
        gain,
        rise,
        String.format(
            Locale.ROOT,
            "%s as an onset; %.0f s as the phase, as it may be another of the window",
            evidence,
            wider));
  }

  /// Whether it stands out by itself.
  public boolean isClear() {
    return gain >= CLEAR_GAIN && rise >= CLEAR_RISE && sigmaSeconds <= CLEAR_SIGMA_SECONDS;
  }
}
