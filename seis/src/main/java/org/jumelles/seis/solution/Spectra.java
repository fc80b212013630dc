package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.kernel.signal.Psd;
import org.jumelles.kernel.signal.Window;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.trace.Trace;

/// The power densities of an event over those of the noise before it, in five bands, and the type
/// that follows [Clinton2021] 3. Medians over the bins, so that the tick at 1 Hz and its multiples
/// count nothing; sums over the components.
///
/// @param over signal over noise in power, NaN where a band is not observable
/// @param excess signal less noise, never below zero
@SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
record Spectra(double[] over, double[] excess) {
  private static final double[][] BANDS_HZ = {
    {0.2, 0.8}, {1.1, 1.9}, {2.25, 2.55}, {2.8, 5.5}, {6, 9}
  };
  private static final int LOW = 0;
  private static final int RESONANCE = 2;
  private static final int HIGH = 3;
  private static final int VERY_HIGH = 4;
  private static final int WELCH_SECONDS = 20;
  private static final int SIGNAL_SECONDS = 600;
  private static final int NOISE_SECONDS = 180;
  private static final int GUARD_SECONDS = 20;
  private static final long SECOND = 1_000_000_000L;

  /// In power. A band that rises so much is seen, and so much is clear.
  private static final double SEEN = 2;

  private static final double CLEAR = 10;

  /// Below this a rise at 0.2 to 0.8 Hz beside a greater one at 2.4 Hz is a leak of it.
  private static final double LOW_CLEAR = 5;

  /// Densities against that of the resonance.
  private static final double HIGH_SHARE = 0.03;

  /// Of the resonance's rise over the noise.
  private static final double WIDE_SHARE = 0.4;

  /// None where signal or noise are too short to tell.
  static Optional<Spectra> of(Ground ground, Moment onset, Moment end) {
    Moment last = onset.plusNanos(SIGNAL_SECONDS * SECOND);
    Span signal = new Span(onset, end.isBefore(last) ? end : last);
    Span noise =
        new Span(
            onset.plusNanos(-(NOISE_SECONDS + GUARD_SECONDS) * SECOND),
            onset.plusNanos(-GUARD_SECONDS * SECOND));
    double[] over = new double[BANDS_HZ.length];
    double[] excess = new double[BANDS_HZ.length];
    double[] loud = new double[BANDS_HZ.length];
    double[] quiet = new double[BANDS_HZ.length];
    for (List<Trace> component : ground.all()) {
      Optional<Psd> event = density(component, signal);
      Optional<Psd> before = density(component, noise);
      if (event.isEmpty() || before.isEmpty()) {
        return Optional.empty();
      }
      for (int b = 0; b < BANDS_HZ.length; b++) {
        loud[b] += median(event.get(), BANDS_HZ[b]);
        quiet[b] += median(before.get(), BANDS_HZ[b]);
      }
    }
    for (int b = 0; b < BANDS_HZ.length; b++) {
      over[b] = quiet[b] > 0 ? loud[b] / quiet[b] : Double.NaN;
      excess[b] = Math.max(0, loud[b] - quiet[b]);
    }
    return Optional.of(new Spectra(over, excess));
  }

  private boolean rises(int band, double least) {
    return over[band] >= least;
  }

  private double share(int band) {
    return excess[RESONANCE] > 0 ? excess[band] / excess[RESONANCE] : 0;
  }

  /// None where no band is seen.
  Optional<Judgement<EventType>> type() {
    boolean low = rises(LOW, SEEN);
    boolean resonance = rises(RESONANCE, SEEN);
    List<String> reasons = new ArrayList<>();
    reasons.add(said(LOW));
    reasons.add(said(RESONANCE));
    if (low && (rises(LOW, LOW_CLEAR) || over[LOW] > 0.2 * over[RESONANCE] || !resonance)) {
      return Optional.of(lowFamily(reasons));
    }
    return resonance || rises(HIGH, SEEN) ? Optional.of(highFamily(reasons)) : Optional.empty();
  }

  private Judgement<EventType> lowFamily(List<String> reasons) {
    reasons.add("low-frequency family: 0.2 to 0.8 Hz rises by itself");
    if (!rises(RESONANCE, CLEAR)) {
      reasons.add("LF: 2.4 Hz is not reached clearly");
      return new Judgement<>(EventType.LOW_FREQUENCY, reasons);
    }
    reasons.add(said(VERY_HIGH));
    boolean wide = rises(VERY_HIGH, CLEAR) && over[VERY_HIGH] >= WIDE_SHARE * over[RESONANCE];
    reasons.add(
        wide ? "WB: 6 Hz and above rise as 2.4 Hz does" : "BB: it reaches 2.4 Hz and fades above");
    return new Judgement<>(wide ? EventType.WIDEBAND : EventType.BROADBAND, reasons);
  }

  private Judgement<EventType> highFamily(List<String> reasons) {
    reasons.add("high-frequency family: 0.2 to 0.8 Hz does not rise by itself");
    reasons.add(said(HIGH));
    reasons.add(said(VERY_HIGH));
    reasons.add(
        String.format(
            Locale.ROOT,
            "densities against 2.4 Hz: %.3f at 2.8 to 5.5 Hz, %.3f at 6 to 9 Hz",
            share(HIGH),
            share(VERY_HIGH)));
    if (rises(VERY_HIGH, CLEAR) && share(VERY_HIGH) >= HIGH_SHARE) {
      return new Judgement<>(EventType.VERY_HIGH_FREQUENCY, reasons);
    }
    boolean alone = rises(RESONANCE, SEEN) && share(HIGH) < HIGH_SHARE;
    return new Judgement<>(alone ? EventType.RESONANCE_2_4_HZ : EventType.HIGH_FREQUENCY, reasons);
  }

  private String said(int band) {
    String name = BANDS_HZ[band][0] + " to " + BANDS_HZ[band][1] + " Hz";
    return Double.isNaN(over[band])
        ? name + " is not observable"
        : String.format(Locale.ROOT, "%s: %.1f times the noise in power", name, over[band]);
  }

  private static Optional<Psd> density(List<Trace> component, Span span) {
    Trace longest = null;
    for (Trace trace : component) {
      Trace cut = trace.slice(span);
      longest = longest == null || cut.count() > longest.count() ? cut : longest;
    }
    if (longest == null) {
      return Optional.empty();
    }
    int segment = (int) Math.round(WELCH_SECONDS * longest.samplingRateHz());
    return segment < 8 || longest.count() < 2 * segment
        ? Optional.empty()
        : Optional.of(
            Psd.welch(
                longest.samples(), longest.samplingRateHz(), Window.hann(segment), segment / 2));
  }

  private static double median(Psd psd, double[] bandHz) {
    double[] inside = new double[psd.density().length];
    int count = 0;
    double[] hz = psd.frequenciesHz();
    double usable = 0.9 * hz[hz.length - 1];
    for (int k = 0; k < hz.length; k++) {
      if (hz[k] >= bandHz[0] && hz[k] <= Math.min(bandHz[1], usable)) {
        inside[count++] = psd.density()[k];
      }
    }
    Arrays.sort(inside, 0, count);
    return count < 3 ? Double.NaN : inside[count / 2];
  }
}
