package org.jumelles.seis.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// What three traces have in common: `count` samples from `from[i]` of each on, at the instants of
/// the first, none of the others more than half a sample away.
@SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
record CommonStretch(List<Trace> traces, int[] from, int count, double greatestShiftSamples) {

  /// All common stretches, by time.
  static List<CommonStretch> of(List<Trace> first, List<Trace> second, List<Trace> third) {
    List<List<Trace>> sorted = List.of(sorted(first), sorted(second), sorted(third));
    List<CommonStretch> found = new ArrayList<>();
    int[] at = new int[3];
    while (at[0] < sorted.get(0).size()
        && at[1] < sorted.get(1).size()
        && at[2] < sorted.get(2).size()) {
      List<Trace> now =
          List.of(sorted.get(0).get(at[0]), sorted.get(1).get(at[1]), sorted.get(2).get(at[2]));
      CommonStretch stretch = between(now);
      if (stretch.count > 0) {
        found.add(stretch);
      }
      at[firstToEnd(now)]++;
    }
    return found;
  }

  double[] samples(int component) {
    return Arrays.copyOfRange(
        traces.get(component).samples(), from[component], from[component] + count);
  }

  /// Samples of these instants, called like the first trace but for the last letter.
  Trace trace(char letter, double[] samples) {
    Trace first = traces.getFirst();
    String text = first.id().text();
    int cut = Math.max(text.lastIndexOf('_') + 1, text.isEmpty() ? 0 : 1);
    return new Trace(
        new SourceId(text.substring(0, cut) + letter),
        first.sampling().at(from[0]),
        first.samplingRateHz(),
        samples);
  }

  private static CommonStretch between(List<Trace> traces) {
    double rateHz = traces.getFirst().samplingRateHz();
    Moment start = Moment.MIN;
    for (Trace trace : traces) {
      if (trace.samplingRateHz() != rateHz) {
        throw new IllegalArgumentException(
            "sampling rates of " + rateHz + " and " + trace.samplingRateHz() + " Hz");
      }
      start = trace.start().isAfter(start) ? trace.start() : start;
    }
    long origin = Math.max(0, traces.getFirst().sampling().nearest(start));
    Moment grid = traces.getFirst().sampling().at(origin);
    long[] index = {
      origin, traces.get(1).sampling().nearest(grid), traces.get(2).sampling().nearest(grid)
    };
    long skip = Math.max(0, -Math.min(index[1], index[2]));
    long count = Long.MAX_VALUE;
    double shift = 0;
    int[] from = new int[3];
    for (int i = 0; i < 3; i++) {
      Trace trace = traces.get(i);
      count = Math.min(count, trace.count() - index[i] - skip);
      from[i] = Math.clamp(index[i] + skip, 0, trace.count());
      double nanos = grid.nanosUntil(trace.sampling().at(index[i]));
      double samples = nanos * 1e-9 * rateHz;
      shift = Math.abs(samples) > Math.abs(shift) ? samples : shift;
    }
    return new CommonStretch(traces, from, (int) Math.max(0, count), shift);
  }

  private static int firstToEnd(List<Trace> traces) {
    int first = 0;
    for (int i = 1; i < 3; i++) {
      first = traces.get(i).end().isBefore(traces.get(first).end()) ? i : first;
    }
    return first;
  }

  private static List<Trace> sorted(List<Trace> traces) {
    return traces.stream()
        .filter(trace -> trace.count() > 0)
        .sorted(Comparator.comparing(Trace::start))
        .toList();
  }
}
