package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;

/// Takes off the cross-talk that electronics add to a channel once a second [Compaire2021].
///
/// It is locked to the channel's own clock, so that it is a function of the sample's number within
/// the second; the mean of many quiet seconds shows it, as what the ground does is not locked. The
/// mean over the second is not known and stays. Pieces of about an hour have each their own.
public final class Ticks {
  private static final double PIECE_S = 3600;
  private static final int LEAST_RATE_HZ = 4;
  private static final int GREATEST_RATE_HZ = 1000;

  private Ticks() {}

  /// @param trace as it came in, where nothing was subtracted; else a copy
  /// @param ticks of each piece, by time
  public record Deticked(Trace trace, List<Tick> ticks) {
    public Deticked {
      ticks = List.copyOf(ticks);
    }
  }

  /// Doubtful where a piece is too short or too restless to know; refused where a second does not
  /// have 4 to 1000 samples, a whole number, or a sample is no number.
  ///
  /// @param trace counts, without a hole
  public static Outcome<Deticked> remove(Trace trace) {
    double rateHz = trace.samplingRateHz();
    if (rateHz != Math.rint(rateHz) || rateHz < LEAST_RATE_HZ || rateHz > GREATEST_RATE_HZ) {
      return new Outcome.Refused<>(
          defect(trace, "samplingRateHz", rateHz + " Hz, not a whole number of 4 to 1000"));
    }
    for (int i = 0; i < trace.count(); i++) {
      if (!Double.isFinite(trace.samples()[i])) {
        return new Outcome.Refused<>(defect(trace, "samples", "no number at sample " + i));
      }
    }
    int pieces = (int) Math.max(1, Math.rint(trace.count() / rateHz / PIECE_S));
    int seconds = (int) (trace.count() / rateHz);
    double[] samples = trace.samples().clone();
    List<Tick> ticks = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (int k = 0; k < pieces; k++) {
      int from = (int) ((long) seconds * k / pieces * (int) rateHz);
      int to =
          k + 1 < pieces ? (int) ((long) seconds * (k + 1) / pieces * (int) rateHz) : trace.count();
      TickStack.of(trace.samples(), from, to, (int) rateHz)
          .ifPresentOrElse(
              stack -> ticks.add(tick(trace, from, to, stack, samples)),
              () -> defects.add(defect(trace, "ticks", quiet(trace, from, to))));
    }
    boolean changed = ticks.stream().anyMatch(Tick::subtracted);
    return Outcome.of(new Deticked(changed ? trace.withSamples(samples) : trace, ticks), defects);
  }

  private static Tick tick(Trace trace, int from, int to, TickStack stack, double[] samples) {
    int rate = stack.profile().length;
    boolean safe = stack.isSafe();
    for (int i = from; safe && i < to; i++) {
      samples[i] -= stack.profile()[(i - from) % rate];
    }
    Moment first = trace.sampling().at(from);
    return new Tick(
        trace.id(),
        new Span(first, trace.sampling().at(to - 1)),
        phaseS(first),
        stack.profile(),
        stack.sigma(),
        stack.rms(),
        stack.rmsSigma(),
        stack.seconds(),
        stack.varianceFall(),
        safe);
  }

  private static double phaseS(Moment at) {
    Moment second = Utc.parse(Utc.text(at).substring(0, 19));
    return second.nanosUntil(at) * 1e-9;
  }

  private static String quiet(Trace trace, int from, int to) {
    return "less than "
        + TickStack.LEAST_BLOCKS * TickStack.BLOCK_S
        + " quiet seconds from "
        + trace.sampling().at(from)
        + " to "
        + trace.sampling().at(to - 1)
        + ": whether there are ticks is not known";
  }

  private static Defect defect(Trace trace, String field, String found) {
    return new Defect(trace.id().nslc(), new Place.Whole(), field, "docs/glitches.md", found);
  }
}
