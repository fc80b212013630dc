package org.jumelles.service.seedlink;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.archive.journal.Journal;

/// The latest view of the backlog, looked up once for all clients.
final class Board {
  private static final System.Logger LOG = System.getLogger(Board.class.getName());

  private final Backlog backlog;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Journal.View view;

  Board(Backlog backlog) throws IOException {
    this.backlog = backlog;
    this.view = backlog.view();
  }

  /// A fresh view, for a client that begins.
  Journal.View now() throws IOException {
    publish(backlog.view());
    return latest();
  }

  /// The last view, good to the time from look to look: what INFO tells costs no look of its own.
  Journal.View latest() {
    lock.lock();
    try {
      return view;
    } finally {
      lock.unlock();
    }
  }

  /// Looks again; a look that fails is told in the log and tried anew.
  void look() {
    try {
      publish(backlog.view());
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the journal could not be looked at", e);
    }
  }

  private void publish(Journal.View fresh) {
    lock.lock();
    try {
      boolean news = fresh.next() > view.next();
      view = fresh;
      if (news) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there is a record of this number or a later one.
  ///
  /// @return the view, changed or not, after at most a while
  Journal.View await(long number, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (view.next() <= number && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return view;
    } finally {
      lock.unlock();
    }
  }
}
