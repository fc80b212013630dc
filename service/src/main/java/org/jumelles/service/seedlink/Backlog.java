package org.jumelles.service.seedlink;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.StoredRun;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.pipeline.ingest.LiveIngest;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;

/// Every raw record of the archive and of its journal, in the order of its number.
///
/// One file a channel is open at a time, and one record looked at, so that memory does not grow
/// with what is sent.
final class Backlog {
  /// The length that every client of version 3 understands.
  static final int RECORD_3_BYTES = 512;

  private static final long SHOWN_FOR_NANOS = 250_000_000;

  private final Archive archive;
  private final Gate gate;
  private final LongAdder withheld = new LongAdder();
  private final Journal journal;
  private volatile @Nullable Shown shown;
  private long productsSeen = -1;

  Backlog(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
    this.journal = new Journal(archive.folder());
  }

  /// How many numbers a record takes.
  static int slots(Record record) {
    return LiveIngest.slots(record);
  }

  /// A record with its first number.
  record Numbered(long number, Record record) {}

  /// Takes a record; false ends the walk.
  @FunctionalInterface
  interface Visit {
    boolean take(Numbered numbered) throws IOException;
  }

  /// What there is now; runs that came into the archive since get their numbers.
  synchronized Journal.View view() throws IOException {
    long products = archive.listing().lastNumber();
    if (products != productsSeen) {
      Journal.View before = journal.view();
      List<Found> fresh = new ArrayList<>();
      archive
          .listing()
          .visit(
              Query.all("waveform"),
              found -> {
                if (isServed(found.entry()) && !isNumbered(found)) {
                  fresh.add(found);
                }
              });
      List<StoredRun> runs = new ArrayList<>();
      for (Found found : fresh) {
        runs.add(run(found));
      }
      runs.sort(
          Comparator.comparing((StoredRun run) -> run.span().start())
              .thenComparing(StoredRun::key));
      productsSeen = products;
      if (runs.isEmpty()) {
        return before;
      }
      journal.number(runs);
    }
    return journal.view();
  }

  private boolean isNumbered(Found found) {
    return journal.isNumbered(found.product(), found.entry().payload(), found.entry().offset());
  }

  /// Raw, open, and not from the journal, whose records have their numbers from when they came.
  private static boolean isServed(Entry entry) {
    var attributes = entry.attributes();
    return attributes.getOrDefault("level", "raw").equals("raw")
        && !attributes.getOrDefault("restricted", "false").equals("true")
        && !attributes.getOrDefault("origin", "").equals("journal");
  }

  private StoredRun run(Found found) throws IOException {
    Entry entry = found.entry();
    try (Arena arena = Arena.ofConfined()) {
      Bytes file =
          Bytes.map(Pass.toDescribe(archive, found.product()).path(entry.payload()), arena);
      Records records = MiniSeed.records(file.slice(entry.offset(), entry.length(), "run"));
      long slots = 0;
      while (records.hasNext()) {
        slots +=
            records
                .next()
                .found()
                .filter(record -> record.sourceId().text().equals(entry.key()))
                .map(Backlog::slots)
                .orElse(0);
      }
      return new StoredRun(
          found.product(),
          entry.payload(),
          entry.offset(),
          entry.length(),
          entry.key(),
          entry.span(),
          Math.max(1, slots));
    }
  }

  /// What of a view anybody may know of: clients of this protocol have no names. What was found for
  /// a view holds for it a moment, so that whoever asks again and again costs little.
  Journal.View shown(Journal.View view) {
    Shown last = shown;
    if (last != null && last.isOf(view) && System.nanoTime() - last.atNanos < SHOWN_FOR_NANOS) {
      return last.open;
    }
    Journal.View open =
        new Journal.View(view.stretches().stream().filter(gate::isOpen).toList(), view.next());
    shown = new Shown(view, open, System.nanoTime());
    return open;
  }

  private record Shown(Journal.View of, Journal.View open, long atNanos) {
    /// Stretches only come and grow, and each that does takes a number.
    boolean isOf(Journal.View view) {
      return of.next() == view.next() && of.stretches().size() == view.stretches().size();
    }
  }

  /// How many numbers of records were held back from clients that wanted them, so far.
  long withheld() {
    return withheld.sum();
  }

  private boolean mayGo(Stretch stretch, long from) {
    boolean open = gate.isOpen(stretch);
    if (!open) {
      withheld.add(stretch.end() - Math.max(from, stretch.first()));
    }
    return open;
  }

  /// Walks the records that hold or follow a number, up to the end of a view.
  void walk(Journal.View view, long from, Predicate<Stretch> wanted, Visit visit)
      throws IOException {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(Cursor::next));
    view.stretches().stream()
        .filter(stretch -> stretch.end() > from && wanted.test(stretch) && mayGo(stretch, from))
        .forEach(stretch -> cursors.add(cursor(stretch, from)));
    try {
      while (!cursors.isEmpty()) {
        Cursor cursor = cursors.remove();
        if (!cursor.isOpen()) {
          cursor.open();
        } else if (!visit.take(cursor.take())) {
          cursor.close();
          return;
        }
        if (cursor.hasNext()) {
          cursors.add(cursor);
        } else {
          cursor.close();
        }
      }
    } finally {
      for (Cursor cursor : cursors) {
        cursor.close();
      }
    }
  }

  private Cursor cursor(Stretch stretch, long from) {
    return switch (stretch) {
      case Stretch.Stored stored -> new Cursor.OfStored(gate, stored, from);
      case Stretch.Growing growing -> new Cursor.OfGrowing(growing, from);
    };
  }
}
