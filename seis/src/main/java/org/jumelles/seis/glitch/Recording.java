package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.seis.trace.Trace;

/// Counts of the three sensors of one instrument at the same instants, without a hole.
///
/// @param counts one array a sensor; shared, not copied
@SuppressWarnings("ArrayRecordComponent") // shared by design, and never a key
public record Recording(
    Moment start, double samplingRateHz, List<Sensor> sensors, double[][] counts) {
  /// Half a minute of noise about a window is the least that tells a glitch from it.
  private static final double LEAST_S = 120;

  private static final double GREATEST_SHIFT_SAMPLES = 0.1;

  public Recording {
    sensors = List.copyOf(sensors);
    boolean sound = sensors.size() == 3 && counts.length == 3;
    for (int i = 0; sound && i < 3; i++) {
      sound =
          counts[i].length == counts[0].length
              && sensors.get(i).model().samplingRateHz() == samplingRateHz;
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "a recording of " + sensors.size() + " sensors with unlike samples or models");
    }
  }

  /// What three traces have in common, where it can be searched for glitches.
  ///
  /// Refused where there are not three components, a number is missing, a component does not move,
  /// or less than two minutes are common; doubtful where instants differ by a tenth of a sample or
  /// more, or a trace has more than is common.
  public static Outcome<Recording> of(List<Trace> traces, List<Sensor> sensors) {
    String source = traces.isEmpty() ? "no trace" : traces.getFirst().id().nslc();
    if (traces.size() != 3 || sensors.size() != 3) {
      return refused(source, "components", "three are wanted, found " + traces.size());
    }
    for (int i = 0; i < 3; i++) {
      Optional<Outcome<Recording>> fault = fault(traces.get(i), sensors.get(i));
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    return common(traces, sensors);
  }

  /// When a sample, or a point between two, was taken.
  Moment at(double sample) {
    long whole = (long) Math.floor(sample);
    return new Sampling(start, samplingRateHz, counts[0].length)
        .at(whole)
        .plusNanos(Math.round((sample - whole) / samplingRateHz * 1e9));
  }

  double sample(Moment moment) {
    return start.nanosUntil(moment) * 1e-9 * samplingRateHz;
  }

  private static Optional<Outcome<Recording>> fault(Trace trace, Sensor sensor) {
    String source = trace.id().nslc();
    if (!trace.id().equals(sensor.id())
        || trace.samplingRateHz() != sensor.model().samplingRateHz()) {
      return Optional.of(
          refused(
              source,
              "response",
              "the model is of " + sensor.id() + " at " + sensor.model().samplingRateHz() + " Hz"));
    }
    double[] counts = trace.samples();
    boolean moves = false;
    for (int i = 0; i < counts.length; i++) {
      if (!Double.isFinite(counts[i])) {
        return Optional.of(
            refused(source, "samples", "no number at " + trace.sampling().at(i) + ", sample " + i));
      }
      moves |= counts[i] != counts[0];
    }
    return moves
        ? Optional.empty()
        : Optional.of(refused(source, "samples", counts.length + " samples that do not move"));
  }

  private static Outcome<Recording> common(List<Trace> traces, List<Sensor> sensors) {
    Moment start = traces.getFirst().start();
    for (Trace trace : traces) {
      start = trace.start().isAfter(start) ? trace.start() : start;
    }
    Trace first = traces.getFirst();
    double rateHz = first.samplingRateHz();
    long origin = first.sampling().nearest(start);
    Moment grid = first.sampling().at(origin);
    long[] from = new long[3];
    long count = Long.MAX_VALUE;
    long longest = 0;
    double shift = 0;
    for (int i = 0; i < 3; i++) {
      Trace trace = traces.get(i);
      from[i] = Math.max(0, trace.sampling().nearest(grid));
      count = Math.min(count, trace.count() - from[i]);
      longest = Math.max(longest, trace.count());
      double off = grid.nanosUntil(trace.sampling().at(from[i])) * 1e-9 * rateHz;
      shift = Math.max(shift, Math.abs(off));
    }
    String source = first.id().nslc();
    if (count < LEAST_S * rateHz) {
      return refused(
          source, "samples", "less than " + LEAST_S + " s that all three components have");
    }
    double[][] counts = new double[3][];
    for (int i = 0; i < 3; i++) {
      int at = (int) from[i];
      counts[i] = java.util.Arrays.copyOfRange(traces.get(i).samples(), at, at + (int) count);
    }
    List<Defect> defects = new ArrayList<>();
    if (shift > GREATEST_SHIFT_SAMPLES) {
      defects.add(
          defect(source, "start", "the components' instants differ by " + shift + " samples"));
    }
    if (longest - count > rateHz) {
      defects.add(
          defect(
              source,
              "samples",
              (longest - count) / rateHz
                  + " s are not searched: not all three components have them"));
    }
    return Outcome.of(new Recording(grid, rateHz, sensors, counts), defects);
  }

  private static Outcome<Recording> refused(String source, String field, String found) {
    return new Outcome.Refused<>(defect(source, field, found));
  }

  private static Defect defect(String source, String field, String found) {
    return new Defect(source, new Place.Whole(), field, "docs/glitches.md", found);
  }
}
