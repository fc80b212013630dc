package org.jumelles.seis.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.seis.detection.Findings.Raised;
import org.jumelles.seis.event.Band;
import org.jumelles.seis.event.BandContent;

/// What each band holds over one raised stretch.
///
/// @param quietSeconds of data in the 120 s before it
record Contents(Raised raised, List<BandContent> bands, int quietSeconds) {
  private static final int QUIET_SECONDS = 120;

  /// A quake whose lowest band rises so much more than 2.6 to 6 Hz is not wind.
  private static final double LOW_RULES = 1.5;

  /// Gusts of the labelled hours rise 2.6 to 6 Hz by 10 at most.
  private static final double GREATEST_WIND = 12;

  /// Bands that differ by less than this factor rise alike.
  private static final double ALIKE = 1.8;

  private static final List<Band> WATCHED =
      List.of(Band.LOW, Band.MIDDLE, Band.RESONANCE, Band.HIGH);

  static Contents of(
      BandEnvelopes envelopes, Map<Band, double[]> ratios, Raised raised, int quietSeconds) {
    List<BandContent> bands = new ArrayList<>();
    ratios.forEach(
        (band, ratio) -> {
          double[] power = envelopes.powerIn(band);
          double signal = mean(power, raised.from(), raised.to() + 1);
          double noise = mean(power, raised.from() - QUIET_SECONDS, raised.from());
          double snr = noise > 0 ? Math.sqrt(signal / noise) : Double.NaN;
          double peak = greatest(ratio, raised.from(), raised.to() + 1);
          double high = envelopes.highHzOf(band);
          bands.add(new BandContent(band, band.lowHz(), high, snr, peak));
        });
    return new Contents(raised, List.copyOf(bands), quietSeconds);
  }

  /// Over the noise floor, 1 where a band cannot be observed.
  double peak(Band band) {
    return bands.stream()
        .filter(content -> content.band() == band)
        .mapToDouble(BandContent::peakOverFloor)
        .findFirst()
        .orElse(1);
  }

  boolean observes(Band band) {
    return bands.stream().anyMatch(content -> content.band() == band);
  }

  BandContent dominant() {
    return bands.stream()
        .max(Comparator.comparingDouble(BandContent::peakOverFloor))
        .orElseThrow(() -> new AssertionError("no band"));
  }

  /// Whether 2.6 to 6 Hz outdoes the resonance, or all bands rise alike, and neither by much.
  boolean isWindLike(double factor) {
    if (!observes(Band.HIGH) || !observes(Band.RESONANCE) || peak(Band.HIGH) > GREATEST_WIND) {
      return false;
    }
    boolean upward =
        peak(Band.HIGH) > factor * peak(Band.RESONANCE)
            && peak(Band.LOW) < LOW_RULES * peak(Band.HIGH);
    return upward || greatestOverLeast() < ALIKE;
  }

  private double greatestOverLeast() {
    double[] peaks = WATCHED.stream().mapToDouble(this::peak).sorted().toArray();
    return peaks[peaks.length - 1] / peaks[0];
  }

  String windReason() {
    return String.format(
        Locale.ROOT,
        "like wind: no band stands out; 0.1 to 0.9 Hz rises %.1f times over its floor, the 2.4 Hz"
            + " resonance %.1f times, 2.6 to 6 Hz %.1f times",
        peak(Band.LOW),
        peak(Band.RESONANCE),
        peak(Band.HIGH));
  }

  private static double mean(double[] power, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int i = Math.max(0, from); i < Math.min(to, power.length); i++) {
      if (!Double.isNaN(power[i])) {
        sum += power[i];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double greatest(double[] ratio, int from, int to) {
    double greatest = 0;
    for (int i = Math.max(0, from); i < Math.min(to, ratio.length); i++) {
      greatest = ratio[i] > greatest ? ratio[i] : greatest;
    }
    return greatest;
  }
}
