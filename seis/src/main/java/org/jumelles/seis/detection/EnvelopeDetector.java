package org.jumelles.seis.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.Band;
import org.jumelles.seis.event.Candidate;

/// Finds what rises over the noise in any of five bands for longer than a glitch does.
///
/// One-second powers in each band are smoothed by a running median, which a glitch of 25 s cannot
/// lift, and compared with a running low quantile of themselves. Times are good to the smoothing;
/// the onset is then looked for in the unsmoothed powers.
public final class EnvelopeDetector {
  private static final double LEAST_RATE_HZ = 2;
  private static final double GREATEST_RATE_HZ = 100;
  private static final long SECOND = 1_000_000_000L;

  /// Beyond such a gap the noise floor starts anew.
  private static final long GREATEST_GAP_NANOS = 600 * SECOND;

  private EnvelopeDetector() {}

  /// Whether a channel of this sampling rate can be searched: 2 to 100 samples a second.
  public static boolean observes(double samplingRateHz) {
    return samplingRateHz >= LEAST_RATE_HZ && samplingRateHz <= GREATEST_RATE_HZ;
  }

  /// Candidates of one channel.
  ///
  /// @param channel how the channel is called in the result
  /// @param stretches without overlap, in any order, of any length
  /// @throws IllegalArgumentException where a sampling rate is outside 2 to 100 Hz
  public static Detection detect(
      String channel, List<Stretch> stretches, DetectionParameters parameters) {
    List<Candidate> candidates = new ArrayList<>();
    List<Detection.Veto> vetoed = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (List<Stretch> group : groups(checked(stretches))) {
      BandEnvelopes envelopes = BandEnvelopes.of(group);
      if (envelopes.seconds() < parameters.leadSeconds()) {
        notes.add(
            "from "
                + group.getFirst().start()
                + ": "
                + envelopes.seconds()
                + " s are too short to know the noise");
        continue;
      }
      noteBands(envelopes, notes);
      Findings findings =
          new Findings(channel, envelopes, ratios(envelopes, parameters), parameters);
      Detection found = findings.detection();
      candidates.addAll(found.candidates());
      vetoed.addAll(found.vetoed());
    }
    return new Detection(candidates, vetoed, notes.stream().distinct().toList(), parameters);
  }

  private static Map<Band, double[]> ratios(BandEnvelopes envelopes, DetectionParameters p) {
    Map<Band, double[]> ratios = new EnumMap<>(Band.class);
    envelopes.power().forEach((band, power) -> ratios.put(band, ratio(power, p)));
    return ratios;
  }

  /// Amplitude of the smoothed envelope over its floor; NaN where there are no data.
  private static double[] ratio(double[] power, DetectionParameters p) {
    double[] smooth = Running.median(power, p.smoothingSeconds());
    double[] floor =
        Running.floor(
            smooth,
            p.floorSeconds(),
            p.floorQuantile(),
            p.leadSeconds(),
            4,
            p.leastFloorQuantile());
    double[] ratio = new double[power.length];
    for (int i = 0; i < ratio.length; i++) {
      boolean silent = smooth[i] == 0 && !(floor[i] > 0);
      ratio[i] = silent ? 1 : Math.sqrt(smooth[i] / Math.max(floor[i], Double.MIN_NORMAL));
    }
    return ratio;
  }

  private static List<Stretch> checked(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      double rate = stretch.samplingRateHz();
      if (rate < LEAST_RATE_HZ || rate > GREATEST_RATE_HZ) {
        throw new IllegalArgumentException(
            "samplingRateHz " + rate + " is outside " + LEAST_RATE_HZ + " to " + GREATEST_RATE_HZ);
      }
    }
    return stretches.stream()
        .filter(s -> s.samples().length >= s.samplingRateHz())
        .sorted(Comparator.comparing(Stretch::start))
        .toList();
  }

  private static List<List<Stretch>> groups(List<Stretch> ordered) {
    List<List<Stretch>> groups = new ArrayList<>();
    Moment end = Moment.MIN;
    for (Stretch stretch : ordered) {
      boolean far = groups.isEmpty() || end.nanosUntil(stretch.start()) > GREATEST_GAP_NANOS;
      if (far) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(stretch);
      end =
          stretch
              .start()
              .plusNanos(Sampling.nanos(stretch.samples().length, stretch.samplingRateHz()));
    }
    return groups;
  }

  private static void noteBands(BandEnvelopes envelopes, List<String> notes) {
    for (Band band : Band.values()) {
      Double high = envelopes.highHz().get(band);
      String bounds = band.lowHz() + " to " + band.highHz() + " Hz";
      if (high == null) {
        notes.add(bounds + " is not observable at this sampling rate");
      } else if (high < band.highHz()) {
        notes.add(bounds + " is observable up to " + high + " Hz only");
      }
    }
  }

  /// The stretch of time from one second to another.
  static Span span(BandEnvelopes envelopes, int from, int to) {
    return new Span(envelopes.at(from), envelopes.at(Math.max(from, to)));
  }
}
