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

  boolean isWindLike(double factor) {
    return observes(Band.HIGH)
        && observes(Band.RESONANCE)
        && peak(Band.HIGH) > factor * peak(Band.RESONANCE)
        && peak(Band.LOW) < LOW_RULES * peak(Band.HIGH);
  }

  String windReason() {
    return String.format(
        Locale.ROOT,
        "like wind: 2.6 to 6 Hz rises %.1f times over its floor, more than the 2.4 Hz resonance"
            + " (%.1f), and 0.1 to 0.9 Hz with it (%.1f)",
        peak(Band.HIGH),
        peak(Band.RESONANCE),
        peak(Band.LOW));
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
