package org.jumelles.archive.catalogue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// Waits for a database that is away for a while, such as a server that is started again: what was
/// asked is asked again, after pauses that grow. So all that is asked this way must come to the
/// same when it is done twice, since a commit may come through whose answer was lost.
final class Patience {
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /// A server that stops, was killed, is starting or is full; two that wait for each other
  /// [PostgreSQL, appendix A]. Class 08 is a lost connection.
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "53300", "40001", "40P01");

  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /// @throws RuntimeException what was thrown last, where the database stays away
  <T> T with(Supplier<T> asking) {
    long endNanos = System.nanoTime() + limit.toNanos();
    long pauseMillis = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return asking.get();
      } catch (RuntimeException e) {
        if (!isPassing(e) || System.nanoTime() > endNanos || !pause(pauseMillis)) {
          throw e;
        }
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  static boolean isPassing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (sql instanceof java.sql.SQLTransientConnectionException
            || (state != null && (state.startsWith("08") || PASSING.contains(state)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
