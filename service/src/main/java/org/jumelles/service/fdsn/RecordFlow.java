package org.jumelles.service.fdsn;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.fdsn.Waveforms.WantedRun;

/// Lets the wanted records flow from the store to a client.
///
/// One file is mapped and one record looked at at a time, so that memory does not grow with the
/// answer. A channel that is limited by the length of its stretches is walked twice: first its
/// headers alone.
final class RecordFlow {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final FdsnRequest.Waveforms wanted;

  RecordFlow(FdsnRequest.Waveforms wanted) {
    this.wanted = wanted;
  }

  /// Takes a record with the window that it lies in, at least in part; false ends the walk.
  private interface Visit {
    boolean take(Record record, Span window) throws IOException;
  }

  /// Whether at least one sample would be sent.
  boolean hasData(Map<String, List<WantedRun>> channels) throws IOException {
    for (List<WantedRun> runs : channels.values()) {
      Stretches stretches = stretches(runs);
      boolean[] found = new boolean[1];
      walk(
          runs,
          (record, window) -> {
            found[0] = stretches.cuts(record, window).anyMatch(cut -> true);
            return !found[0];
          });
      if (found[0]) {
        return true;
      }
    }
    return false;
  }

  void write(Map<String, List<WantedRun>> channels, OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
    for (List<WantedRun> runs : channels.values()) {
      Stretches stretches = stretches(runs);
      Repeats repeats = new Repeats(runs);
      walk(
          runs,
          (record, window) -> {
            for (RecordCut cut : stretches.cuts(record, window).toList()) {
              if (!repeats.seen(cut)) {
                cut.write(wanted.formatVersion(), buffered);
              }
            }
            return true;
          });
    }
    buffered.flush();
  }

  /// The stretches of a channel that are long enough to be sent; all, where nothing was asked.
  private Stretches stretches(List<WantedRun> runs) throws IOException {
    if (wanted.minimumLengthS() == 0 && !wanted.longestOnly()) {
      return Stretches.ALL;
    }
    Stretches.Gathering gathering = new Stretches.Gathering();
    walk(
        runs,
        (record, window) -> {
          RecordCut.of(record, window).ifPresent(gathering::add);
          return true;
        });
    return gathering.kept(wanted.minimumLengthS(), wanted.longestOnly());
  }

  private void walk(List<WantedRun> runs, Visit visit) throws IOException {
    for (WantedRun run : runs) {
      if (!walk(run, visit)) {
        return;
      }
    }
  }

  private boolean walk(WantedRun wantedRun, Visit visit) throws IOException {
    Found found = wantedRun.run();
    try (Arena arena = Arena.ofConfined()) {
      Bytes file = Bytes.map(wantedRun.pass().path(found.entry().payload()), arena);
      Bytes run = file.slice(found.entry().offset(), found.entry().length(), "run of records");
      Iterator<Outcome<Record>> records = MiniSeed.records(run);
      while (records.hasNext()) {
        Optional<Record> record = records.next().found();
        if (record.isPresent()
            && record.get().sourceId().text().equals(found.entry().key())
            && takesQuality(record.get())
            && !visit(record.get(), wantedRun.windows(), visit)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean visit(Record record, List<Span> windows, Visit visit) throws IOException {
    for (Span window : windows) {
      boolean meets =
          !record.start().isAfter(window.end()) && !record.end().isBefore(window.start());
      if (meets && !visit.take(record, window)) {
        return false;
      }
    }
    return true;
  }

  /// D, R and Q ask for that indicator of a version 2 header; a version 3 record has none and is
  /// always taken.
  private boolean takesQuality(Record record) {
    return wanted.quality() == 'B'
        || wanted.quality() == 'M'
        || record.version() == 3
        || record.bytes().u8(RecordCut.QUALITY_OFFSET_BYTES, "data quality indicator")
            == wanted.quality();
  }
}
