package org.jumelles.seis.trace;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// Which records follow each other without a hole.
final class Runs {
  /// Two rates are the same where their ratio differs from 1 by less: libmseed's tolerance.
  private static final double RATE_TOLERANCE = 0.0001;

  private Runs() {}

  /// Groups records of one source, sorted by start, into uninterrupted runs, by start again.
  ///
  /// A record joins the run that it continues, so that two overlapping series come apart as two.
  static List<List<Record>> of(List<Record> sorted) {
    List<List<Record>> runs = new ArrayList<>();
    List<List<Record>> open = new ArrayList<>();
    for (Record record : sorted) {
      List<Record> run = continued(open, record);
      if (run.isEmpty()) {
        runs.add(run);
        open.removeIf(old -> isPast(old.getLast(), record));
        open.add(run);
      }
      run.add(record);
    }
    return runs;
  }

  static boolean sameRate(double oneHz, double otherHz) {
    return Math.abs(1 - oneHz / otherHz) < RATE_TOLERANCE;
  }

  /// The latest open run that the record continues, or a new one.
  private static List<Record> continued(List<List<Record>> open, Record record) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (follows(open.get(i).getLast(), record)) {
        return open.get(i);
      }
    }
    return new ArrayList<>();
  }

  private static boolean follows(Record last, Record next) {
    double rateHz = last.samplingRateHz();
    if (rateHz == 0
        || last.encoding().kind() != next.encoding().kind()
        || !sameRate(rateHz, next.samplingRateHz())) {
      return false;
    }
    Moment expected = expected(last);
    long off = expected.nanosUntil(next.start());
    return Math.abs(off) <= 0.5e9 / rateHz;
  }

  private static boolean isPast(Record last, Record next) {
    return last.samplingRateHz() == 0
        || expected(last).plusNanos((long) (1e9 / last.samplingRateHz())).isBefore(next.start());
  }

  private static Moment expected(Record last) {
    return last.start().plusNanos(Sampling.nanos(last.sampleCount(), last.samplingRateHz()));
  }
}
