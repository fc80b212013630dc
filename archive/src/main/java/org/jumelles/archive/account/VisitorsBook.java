package org.jumelles.archive.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jumelles.archive.account.Accounts.Download;

/// Notes visits and downloads in the order in which they come, many in one transaction, so that
/// nobody waits for the disk. Where they come faster than the disk takes them, who comes waits. A
/// process that is killed loses those of its last moments; one that is closed loses none.
public final class VisitorsBook implements AutoCloseable {
  private static final int WAITING = 20_000;
  private static final int AT_ONCE = 2_000;
  private static final long PAUSE_MILLIS = 100;
  private static final System.Logger LOG = System.getLogger(VisitorsBook.class.getName());

  private sealed interface Line {
    record Came(Visit visit) implements Line {}

    record Took(Download download) implements Line {}
  }

  private final Accounts accounts;
  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private volatile boolean closed;

  public VisitorsBook(Accounts accounts) {
    this.accounts = accounts;
    this.writer = Thread.ofPlatform().name("visitors-book").daemon().start(this::write);
  }

  public void came(Visit visit) {
    put(new Line.Came(visit));
  }

  public void took(Download download) {
    put(new Line.Took(download));
  }

  private void put(Line line) {
    try {
      waiting.put(line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    List<Line> lines = new ArrayList<>();
    while (!closed || !waiting.isEmpty()) {
      try {
        Line first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          lines.add(first);
          waiting.drainTo(lines, AT_ONCE);
          note(lines);
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, lines.size() + " visits could not be noted", e);
      }
      lines.clear();
    }
  }

  private void note(List<Line> lines) {
    List<Visit> visits = new ArrayList<>();
    Map<Download, Long> downloads = new HashMap<>();
    for (Line line : lines) {
      switch (line) {
        case Line.Came(Visit visit) -> visits.add(visit);
        case Line.Took(Download download) -> downloads.merge(download, 1L, Long::sum);
      }
    }
    accounts.note(visits, downloads);
  }

  /// Returns when all that waited is noted.
  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
