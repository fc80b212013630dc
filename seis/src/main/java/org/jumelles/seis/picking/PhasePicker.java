package org.jumelles.seis.picking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.trace.Trace;

/// Picks the first and the second phase of an event of either family.
public final class PhasePicker {
  private static final double[][] LOW_BANDS_HZ = {{0.15, 0.4}, {0.4, 0.9}, {1.1, 2.1}};
  private static final double[][] HIGH_BANDS_HZ = {{2.2, 2.6}, {2.6, 4}, {4, 8}};
  private static final double[][] RESONANCE_BANDS_HZ = {{2.2, 2.6}};

  /// The noise before the earliest first phase, and how early and late it may be.
  private static final int NOISE_SECONDS = 90;

  private static final int EARLY_SECONDS = 240;
  private static final int LATE_SECONDS = 120;

  /// What the straight lines do not know of a real onset: that it grows over a second or so, and
  /// over half a minute where waves are guided through a scattering crust.
  private static final double LOW_SIGMA_SECONDS = 1.5;

  private static final double HIGH_SIGMA_SECONDS = 10;
  private static final long SECOND = 1_000_000_000L;

  private PhasePicker() {}

  /// So much before an onset the picker looks at.
  public static final int LEAD_SECONDS = NOISE_SECONDS + EARLY_SECONDS;

  /// Of an event seen from onset to end; the ground motion should begin [#LEAD_SECONDS] before.
  ///
  /// @param vertical stretches without a hole; a lone component of any direction stands here
  /// @param horizontal none or two, each stretches without a hole
  /// @param type decides the bands and what the phases are called
  public static Picks pick(
      List<Trace> vertical, List<List<Trace>> horizontal, Span event, EventType type) {
    Moment start = event.start().plusNanos(-LEAD_SECONDS * SECOND);
    int seconds = (int) (start.nanosUntil(event.end()) / SECOND) + 1;
    List<PowerSeries> series = PowerSeries.of(vertical, horizontal, bandsHz(type), start, seconds);
    Optional<TwoOnsets.Found> found =
        series.isEmpty()
            ? Optional.empty()
            : TwoOnsets.of(
                series, NOISE_SECONDS, NOISE_SECONDS + EARLY_SECONDS + LATE_SECONDS, seconds);
    if (found.isEmpty()) {
      return new Picks(Optional.empty(), Optional.empty(), List.of("no phase: no rise that lasts"));
    }
    return picks(found.get(), start, type.isOfLowFrequencyFamily());
  }

  private static double[][] bandsHz(EventType type) {
    return switch (type) {
      case LOW_FREQUENCY, BROADBAND, WIDEBAND -> LOW_BANDS_HZ;
      case RESONANCE_2_4_HZ -> RESONANCE_BANDS_HZ;
      case HIGH_FREQUENCY, VERY_HIGH_FREQUENCY, SUPER_HIGH_FREQUENCY -> HIGH_BANDS_HZ;
    };
  }

  private static Picks picks(TwoOnsets.Found found, Moment start, boolean isLowFrequency) {
    List<String> notes = new ArrayList<>();
    String p = isLowFrequency ? "P" : "Pg";
    String s = isLowFrequency ? "S" : "Sg";
    double floor = isLowFrequency ? LOW_SIGMA_SECONDS : HIGH_SIGMA_SECONDS;
    PhasePick first = pick(p, found.first(), start, floor);
    Optional<PhasePick> second = found.second().map(onset -> pick(s, onset, start, floor));
    if (second.isEmpty()) {
      notes.add("no " + s + ": one onset explains the envelopes as well as two");
    }
    for (PhasePick one : second.map(other -> List.of(first, other)).orElse(List.of(first))) {
      if (!one.isClear()) {
        notes.add(one.phase() + " is not clear: " + one.evidence());
      }
    }
    return new Picks(Optional.of(first), second, notes);
  }

  private static PhasePick pick(String phase, TwoOnsets.Onset onset, Moment start, double floor) {
    double sigma = Math.hypot(onset.sigmaSeconds(), floor);
    double rise = Math.exp(onset.logRise());
    PhasePick found =
        new PhasePick(
            phase,
            start.plusNanos(Math.round(onset.second() * 1e9)),
            sigma,
            onset.gain(),
            rise,
            String.format(
                Locale.ROOT,
                "power rises %.1f times, log-likelihood gain %.1f, sigma %.1f s",
                rise,
                onset.gain(),
                sigma));
    return found.isClear() && !onset.isAtRim()
        ? found
        : found.asOneOfMany(onset.searchedSeconds() / Math.sqrt(12));
  }
}
