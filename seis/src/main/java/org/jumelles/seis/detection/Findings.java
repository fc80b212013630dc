package org.jumelles.seis.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jumelles.seis.detection.Detection.Cause;
import org.jumelles.seis.detection.Detection.Veto;
import org.jumelles.seis.event.Band;
import org.jumelles.seis.event.Candidate;

/// From envelope ratios to candidates and vetoes, on one time line of seconds.
final class Findings {
  private static final int QUIET_BEFORE_SECONDS = 120;

  /// Only where it reaches so far is the highest band good for finding, and not for typing alone.
  private static final double VERY_HIGH_USEFUL_HZ = 15;

  /// A glitch in one-second powers: so much over the power before, 0.01 to 0.1 Hz.
  private static final double GLITCH_RISE = 400;

  private static final int GLITCH_SECONDS = 25;

  /// What runs into the end of the data is a candidate when so much of it is seen: a glitch lifts
  /// the median of what is left of its window for less than 20 s.
  private static final int LEAST_OPEN_SECONDS = 40;

  private final String channel;
  private final BandEnvelopes envelopes;
  private final Map<Band, double[]> ratios;
  private final DetectionParameters p;
  private final double[] pulseFloor;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Veto> vetoed = new ArrayList<>();

  Findings(
      String channel,
      BandEnvelopes envelopes,
      Map<Band, double[]> ratios,
      DetectionParameters parameters) {
    this.channel = channel;
    this.envelopes = envelopes;
    this.ratios = ratios;
    this.p = parameters;
    this.pulseFloor = Running.median(envelopes.broad(), 2 * QUIET_BEFORE_SECONDS + 1);
  }

  /// One raised stretch of seconds, both ends inside.
  record Raised(int from, int to, int trigger) {
    int seconds() {
      return to - from + 1;
    }
  }

  Detection detection() {
    List<Raised> all = raised(greatest());
    for (Raised raised : all) {
      judge(raised);
    }
    glitches(all);
    vetoed.sort(Comparator.comparing((Veto v) -> v.span().start()));
    return new Detection(candidates, vetoed, List.of(), p);
  }

  private double[] greatest() {
    double[] greatest = new double[envelopes.seconds()];
    java.util.Arrays.fill(greatest, Double.NaN);
    ratios.forEach(
        (band, ratio) -> {
          boolean finds = band != Band.VERY_HIGH || envelopes.highHzOf(band) >= VERY_HIGH_USEFUL_HZ;
          for (int i = 0; finds && i < greatest.length; i++) {
            greatest[i] = Double.isNaN(greatest[i]) ? ratio[i] : Math.max(greatest[i], ratio[i]);
          }
        });
    return greatest;
  }

  /// Starts where the ratio reaches `on`, back to where it left `off`, until it has stayed below
  /// `off` for the hold time; a gap neither raises nor lowers.
  private List<Raised> raised(double[] ratio) {
    List<Raised> found = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < ratio.length; i++) {
      if (!(ratio[i] >= p.on())) {
        continue;
      }
      int from = i;
      while (from > free && !(ratio[from - 1] < p.off())) {
        from--;
      }
      int last = i;
      int k = i + 1;
      for (; k < ratio.length && k - last <= p.holdSeconds(); k++) {
        last = ratio[k] >= p.off() ? k : last;
      }
      found.add(new Raised(from, last, i));
      free = last + 1;
      i = k - 1;
    }
    return found;
  }

  private void judge(Raised raised) {
    Contents contents = Contents.of(envelopes, ratios, raised, quietBefore(raised.from));
    if (afterEdge(raised)) {
      veto(
          raised,
          Cause.EDGE,
          "it begins less than two minutes after the data do, or after a gap: the noise before it"
              + " is not known");
    } else if (raised.seconds() < (isOpen(raised) ? LEAST_OPEN_SECONDS : p.leastSeconds())) {
      boolean pulse = rules(raised);
      veto(
          raised,
          pulse ? Cause.GLITCH : Cause.SHORT,
          "raised for "
              + raised.seconds()
              + " s only, less than "
              + p.leastSeconds()
              + " s"
              + (pulse ? ", and most of it at 0.01 to 0.1 Hz, as a glitch" : ""));
    } else if (contents.isWindLike(p.windLike())) {
      veto(raised, Cause.WIND, contents.windReason());
    } else {
      candidates.add(Typing.candidate(channel, envelopes, contents, isOpen(raised), p));
    }
  }

  /// Whether the data end before its own end is known, which takes the hold time.
  private boolean isOpen(Raised raised) {
    return envelopes.seconds() - 1 - raised.to < p.holdSeconds();
  }

  /// How many seconds with data, of the 120 before.
  private int quietBefore(int from) {
    int seconds = 0;
    for (int i = Math.max(0, from - QUIET_BEFORE_SECONDS); i < from; i++) {
      seconds += envelopes.hasData(i) ? 1 : 0;
    }
    return seconds;
  }

  /// Whether the two minutes before are not all there: at the start of the data, or mostly missing.
  private boolean afterEdge(Raised raised) {
    return raised.from < QUIET_BEFORE_SECONDS + BandEnvelopes.SETTLING_SECONDS
        || quietBefore(raised.from) < QUIET_BEFORE_SECONDS / 2;
  }

  private boolean isPulse(int second) {
    double before = pulseFloor[second];
    return before > 0 && envelopes.broad()[second] > GLITCH_RISE * before;
  }

  private boolean rules(Raised raised) {
    return java.util.stream.IntStream.rangeClosed(raised.from, raised.to).anyMatch(this::isPulse);
  }

  /// Short bursts that rule 0.01 to 0.1 Hz and that the median let pass: told, so that nobody
  /// wonders where they are.
  private void glitches(List<Raised> raised) {
    double[] power = envelopes.broad();
    double[] before = pulseFloor;
    int i = 0;
    while (i < power.length) {
      if (!isPulse(i)) {
        i++;
        continue;
      }
      int end = i;
      while (end + 1 < power.length && power[end + 1] > 0.01 * GLITCH_RISE * before[end + 1]) {
        end++;
      }
      int from = i;
      int to = end;
      boolean known = raised.stream().anyMatch(r -> r.from <= to && r.to >= from);
      if (!known && end - i <= 4 * GLITCH_SECONDS) {
        vetoed.add(
            new Veto(
                EnvelopeDetector.span(envelopes, i, end),
                Cause.GLITCH,
                "a glitch by its shape: one pulse of "
                    + (end - i + 1)
                    + " s at 0.01 to 0.1 Hz, "
                    + "as the instrument answers a step in acceleration"));
      }
      i = end + 1;
    }
  }

  private void veto(Raised raised, Cause cause, String reason) {
    vetoed.add(new Veto(EnvelopeDetector.span(envelopes, raised.from, raised.to), cause, reason));
  }
}
