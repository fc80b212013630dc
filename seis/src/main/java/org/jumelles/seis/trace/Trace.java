package org.jumelles.seis.trace;

import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;

/// Evenly spaced numbers of one source, without a hole.
///
/// @param start of the first sample
/// @param samplingRateHz above zero
/// @param samples in the unit of whoever made the trace; shared, not copied
@SuppressWarnings("ArrayRecordComponent") // shared by design, and never a key
public record Trace(SourceId id, Moment start, double samplingRateHz, double[] samples) {
  public Trace {
    if (!(samplingRateHz > 0) || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + samplingRateHz + " Hz");
    }
  }

  public Sampling sampling() {
    return new Sampling(start, samplingRateHz, samples.length);
  }

  public int count() {
    return samples.length;
  }

  /// The last sample; the start where there is none.
  public Moment end() {
    return sampling().last();
  }

  /// The samples that lie in a span, both ends included, copied; maybe none.
  public Trace slice(Span span) {
    Sampling sampling = sampling();
    long from = Math.max(0, firstAtOrAfter(sampling, span.start()));
    long to = Math.min(samples.length, firstAtOrAfter(sampling, span.end().plusNanos(1)));
    int count = (int) Math.max(0, to - from);
    Sampling cut = sampling.from(Math.min(from, samples.length), count);
    int begin = (int) Math.min(from, samples.length);
    double[] kept = java.util.Arrays.copyOfRange(samples, begin, begin + count);
    return new Trace(id, cut.start(), samplingRateHz, kept);
  }

  /// The same place and time with other values, as many or fewer.
  public Trace withSamples(double[] others) {
    return new Trace(id, start, samplingRateHz, others);
  }

  private static long firstAtOrAfter(Sampling sampling, Moment moment) {
    long index = Math.clamp(sampling.nearest(moment) - 1, 0, sampling.count());
    while (index < sampling.count() && sampling.at(index).isBefore(moment)) {
      index++;
    }
    return index;
  }
}
