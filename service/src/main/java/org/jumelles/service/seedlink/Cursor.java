package org.jumelles.service.seedlink;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.service.access.Gate;
import org.jumelles.service.seedlink.Backlog.Numbered;

/// A way through one stretch of records; its file is opened when its first record is due.
abstract sealed class Cursor {
  private final long from;
  private long dueNumber;
  private boolean open;
  private @Nullable Numbered due;

  private Cursor(Stretch stretch, long from) {
    this.from = from;
    this.dueNumber = Math.max(from, stretch.first());
  }

  /// The number of the record that is due, or a lower one before the stretch is open.
  final long next() {
    return dueNumber;
  }

  final boolean isOpen() {
    return open;
  }

  final boolean hasNext() {
    return due != null;
  }

  final void open() throws IOException {
    begin();
    open = true;
    advance();
  }

  final Numbered take() throws IOException {
    Numbered taken = due;
    if (taken == null) {
      throw new NoSuchElementException();
    }
    advance();
    return taken;
  }

  private void advance() throws IOException {
    Optional<Numbered> next = read();
    while (next.isPresent() && next.get().number() + Backlog.slots(next.get().record()) <= from) {
      next = read();
    }
    due = next.orElse(null);
    dueNumber = next.map(Numbered::number).orElse(dueNumber);
  }

  abstract void begin() throws IOException;

  abstract Optional<Numbered> read() throws IOException;

  void close() {}

  static final class OfStored extends Cursor {
    private final Gate gate;
    private final Stretch.Stored stretch;
    private @Nullable Arena arena;
    private @Nullable Records records;
    private int index;
    private long number;

    OfStored(Gate gate, Stretch.Stored stretch, long from) {
      super(stretch, from);
      this.gate = gate;
      this.stretch = stretch;
      this.number = stretch.first();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    void begin() throws IOException {
      Arena opened = Arena.ofConfined();
      arena = opened;
      Bytes file = Bytes.map(gate.enterNameless(stretch).path(stretch.payload()), opened);
      records = MiniSeed.records(file.slice(stretch.offset(), stretch.length(), "run of records"));
    }

    @Override
    Optional<Numbered> read() {
      Records open = records;
      while (open != null && open.hasNext()) {
        Optional<Record> record =
            open.next().found().filter(r -> r.sourceId().text().equals(stretch.key()));
        if (record.isPresent()) {
          long[] numbers = stretch.numbers();
          long own = numbers.length == 0 ? number : numbers[Math.min(index, numbers.length - 1)];
          index++;
          number += Backlog.slots(record.get());
          return Optional.of(new Numbered(own, record.get()));
        }
      }
      return Optional.empty();
    }

    @Override
    void close() {
      if (arena != null) {
        arena.close();
      }
    }
  }

  static final class OfGrowing extends Cursor {
    private final Stretch.Growing stretch;
    private final Iterator<Stretch.Place> places;

    OfGrowing(Stretch.Growing stretch, long from) {
      super(stretch, from);
      this.stretch = stretch;
      this.places = stretch.places().iterator();
    }

    @Override
    void begin() {}

    @Override
    Optional<Numbered> read() throws IOException {
      while (places.hasNext()) {
        Stretch.Place place = places.next();
        byte[] bytes = Journal.bytes(stretch, place);
        Records records = MiniSeed.records(Bytes.of(stretch.file().toString(), bytes));
        Optional<Record> record = records.hasNext() ? records.next().found() : Optional.empty();
        if (record.isPresent()) {
          return Optional.of(new Numbered(place.number(), record.get()));
        }
      }
      return Optional.empty();
    }
  }
}
