package org.jumelles.service.fdsn;

import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.service.fdsn.Waveforms.WantedRun;

/// Recognises a record of which the same samples were sent already, because two files of the
/// archive hold it.
///
/// Only a channel whose runs overlap can hold repeats, so most requests keep nothing in memory.
final class Repeats {
  /// Beyond so many records in overlapping runs, repeats are let through.
  private static final int MAX_KEPT = 2_000_000;

  private final boolean possible;
  private final Set<Long> seen = new HashSet<>();

  Repeats(List<WantedRun> runs) {
    this.possible = overlap(runs);
  }

  private static boolean overlap(List<WantedRun> runs) {
    for (int i = 1; i < runs.size(); i++) {
      if (runs.get(i).run().entry().span().overlaps(runs.get(i - 1).run().entry().span())) {
        return true;
      }
    }
    return false;
  }

  boolean seen(RecordCut cut) {
    if (!possible || seen.size() >= MAX_KEPT) {
      return false;
    }
    return !seen.add(fingerprint(cut));
  }

  /// FNV-1a over start, samples wanted, and the encoded samples; sequence numbers do not count.
  private static long fingerprint(RecordCut cut) {
    long hash = 0xcbf29ce484222325L;
    hash = mixed(hash, cut.record().start().taiNanos());
    hash = mixed(hash, ((long) cut.from() << 32) | cut.to());
    Bytes payload = cut.record().payload();
    long at = 0;
    for (; at + Long.BYTES <= payload.size(); at += Long.BYTES) {
      hash = mixed(hash, payload.segment().get(ValueLayout.JAVA_LONG_UNALIGNED, at));
    }
    for (; at < payload.size(); at++) {
      hash = mixed(hash, payload.segment().get(ValueLayout.JAVA_BYTE, at));
    }
    return hash;
  }

  private static long mixed(long hash, long value) {
    return (hash ^ value) * 0x100000001b3L;
  }
}
