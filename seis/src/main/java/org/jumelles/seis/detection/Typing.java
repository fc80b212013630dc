package org.jumelles.seis.detection;

import static org.jumelles.seis.event.Band.HIGH;
import static org.jumelles.seis.event.Band.LOW;
import static org.jumelles.seis.event.Band.RESONANCE;
import static org.jumelles.seis.event.Band.VERY_HIGH;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.BandContent;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Judgement;
import org.jumelles.seis.event.Quality;

/// Proposes type and quality of a raised stretch, each with its reasons.
final class Typing {
  /// Beside a raised resonance a smaller rise tells 2.4 Hz from HF.
  private static final double BESIDE = 1.35;

  private static final int SF_SECONDS = 90;
  private static final double CLEAR_SNR = 3;
  private static final int CLEAR_SECONDS = 120;

  private Typing() {}

  /// @param open whether the data end before its end is known
  static Candidate candidate(
      String channel,
      BandEnvelopes envelopes,
      Contents contents,
      boolean open,
      DetectionParameters p) {
    BandContent dominant = contents.dominant();
    double[] power = envelopes.powerIn(dominant.band());
    Onset.Times times = Onset.times(power, contents.raised(), p);
    Moment onset = envelopes.at(times.onset());
    Moment end = envelopes.at(Math.max(times.onset(), contents.raised().to() + 1));
    return new Candidate(
        channel,
        new Span(onset, end),
        envelopes.at(times.peak()),
        contents.bands(),
        dominant,
        type(contents, p),
        quality(contents, dominant),
        open,
        evidence(contents, open));
  }

  static Judgement<EventType> type(Contents contents, DetectionParameters p) {
    double low = contents.peak(LOW);
    double resonance = contents.peak(RESONANCE);
    double high = contents.peak(HIGH);
    double veryHigh = contents.peak(VERY_HIGH);
    List<String> reasons = new ArrayList<>();
    boolean lowRaised = low >= p.raised();
    boolean resonanceRaised = resonance >= p.raised();
    reasons.add(said("0.1 to 0.9 Hz", low, lowRaised));
    reasons.add(
        contents.observes(RESONANCE)
            ? said("2.4 Hz", resonance, resonanceRaised)
            : "2.4 Hz is not observable, so a broader type cannot be told");
    if (contents.raised().seconds() < SF_SECONDS
        && !lowRaised
        && !resonanceRaised
        && veryHigh >= p.on()) {
      reasons.add(said("6 Hz and above", veryHigh, true) + ", for seconds only");
      return new Judgement<>(EventType.SUPER_HIGH_FREQUENCY, reasons);
    }
    if (lowRaised && !resonanceRaised) {
      return new Judgement<>(EventType.LOW_FREQUENCY, reasons);
    }
    if (lowRaised) {
      boolean wide = veryHigh > low && veryHigh > resonance;
      reasons.add(said("6 Hz and above", veryHigh, wide));
      return new Judgement<>(wide ? EventType.WIDEBAND : EventType.BROADBAND, reasons);
    }
    reasons.add(said("2.6 to 6 Hz", high, high >= BESIDE));
    if (resonanceRaised && high < BESIDE) {
      return new Judgement<>(EventType.RESONANCE_2_4_HZ, reasons);
    }
    if (veryHigh > high && veryHigh > resonance && veryHigh >= p.raised()) {
      reasons.add(said("6 Hz and above", veryHigh, true));
      return new Judgement<>(EventType.VERY_HIGH_FREQUENCY, reasons);
    }
    boolean upward = resonanceRaised || high >= p.raised();
    return new Judgement<>(upward ? EventType.HIGH_FREQUENCY : EventType.LOW_FREQUENCY, reasons);
  }

  private static Judgement<Quality> quality(Contents contents, BandContent dominant) {
    List<String> reasons = new ArrayList<>();
    reasons.add("from one component: no polarisation and no phases were told, so neither A nor B");
    boolean strong = dominant.snr() >= CLEAR_SNR || dominant.peakOverFloor() >= 2 * CLEAR_SNR;
    boolean lasting = contents.raised().seconds() >= CLEAR_SECONDS;
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s: SNR %.1f, %.1f times over the floor at its peak",
            strong ? "clear" : "weak",
            dominant.snr(),
            dominant.peakOverFloor()));
    reasons.add((lasting ? "long enough: " : "short: ") + contents.raised().seconds() + " s");
    return new Judgement<>(strong && lasting ? Quality.C : Quality.D, reasons);
  }

  private static List<String> evidence(Contents contents, boolean open) {
    List<String> evidence = new ArrayList<>();
    if (open) {
      evidence.add(
          "Truncated: the data end before it does; "
              + contents.raised().seconds()
              + " s of it are seen, its end, its length and later phases are not.");
    }
    for (BandContent band : contents.bands()) {
      evidence.add(
          String.format(
              Locale.ROOT,
              "%.1f to %.1f Hz: SNR %.2f against the %d s before, peak %.2f times the noise floor",
              band.lowHz(),
              band.highHz(),
              band.snr(),
              contents.quietSeconds(),
              band.peakOverFloor()));
    }
    return evidence;
  }

  private static String said(String band, double ratio, boolean raised) {
    return String.format(
        Locale.ROOT,
        "%s %s (%.1f times its floor)",
        band,
        raised ? "is raised" : "is not raised",
        ratio);
  }
}
