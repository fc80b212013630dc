package org.jumelles.iasi.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.formats.eps.EpsRecord;
import org.jumelles.formats.eps.Values;
import org.jumelles.kernel.outcome.MalformedDataException;

/// Reads the scale factors of an EPS native product: record GIADR-scale-factors.
final class EpsScale {
  private static final String CLAUSE = "IASI Level 1 PFS, GIADR-scale-factors";
  private static final int MOST_RANGES = 10;
  private static final int MOST_POWER = 22;
  private static final int LAST_SAMPLE = Channels.FIRST_SAMPLE + Channels.COUNT - 1;

  private EpsScale() {}

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where the ranges do not cover all
  /// channels one after the other
  static ScaleFactors read(EpsRecord record) {
    Values count = record.field("IDefScaleSondNbScale");
    long ranges = count.raw(0);
    if (ranges < 1 || ranges > MOST_RANGES) {
      throw malformed(record, count, "1 to 10", Long.toString(ranges));
    }
    Values first = record.field("IDefScaleSondNsfirst");
    Values last = record.field("IDefScaleSondNslast");
    Values power = record.field("IDefScaleSondScaleFactor");
    List<ScaleFactors.Range> found = new ArrayList<>();
    for (int i = 0; i < ranges; i++) {
      found.add(new ScaleFactors.Range((int) first.raw(i), (int) last.raw(i), (int) power.raw(i)));
    }
    check(record, first, power, found);
    return new ScaleFactors(found);
  }

  private static void check(
      EpsRecord record, Values first, Values power, List<ScaleFactors.Range> ranges) {
    int expected = Math.min(Channels.FIRST_SAMPLE, ranges.getFirst().firstSample());
    for (ScaleFactors.Range range : ranges) {
      if (range.firstSample() != expected || range.firstSample() > range.lastSample()) {
        String found = range.firstSample() + " to " + range.lastSample();
        throw malformed(record, first, "ranges that follow one another from 2581 on", found);
      }
      if (range.power() < 0 || range.power() > MOST_POWER) {
        throw malformed(record, power, "0 to 22", Integer.toString(range.power()));
      }
      expected = range.lastSample() + 1;
    }
    if (expected <= LAST_SAMPLE) {
      String found = "the last one ends at " + (expected - 1);
      throw malformed(record, first, "ranges up to sample " + LAST_SAMPLE, found);
    }
  }

  private static MalformedDataException malformed(
      EpsRecord record, Values field, String rule, String found) {
    return record.bytes().malformed(field.offset(), field.name(), CLAUSE + ": " + rule, found);
  }
}
