package org.jumelles.cli.answer;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.pipeline.run.Progress;

/// Progress for a person: one line that is redrawn on a terminal, a plain line now and then
/// elsewhere. Says what, how many of how many, the rate, and the time left.
final class ProgressLine implements Progress {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final boolean terminal;
  private final long patienceNanos;
  private String what = "";
  private long total;
  private long done;
  private long startedNanos;
  private long shownNanos;
  private boolean dirty;
  private boolean shown;

  /// @param patience work that takes no longer is not spoken of
  ProgressLine(PrintWriter err, Duration patience) {
    this.err = err;
    this.patienceNanos = patience.toNanos();
    this.terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  @Override
  public synchronized void begin(String newWhat, long newTotal) {
    what = newWhat;
    total = newTotal;
    done = 0;
    startedNanos = System.nanoTime();
    shownNanos = startedNanos;
    shown = patienceNanos == 0;
    if (terminal && shown) {
      draw();
    }
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    long now = System.nanoTime();
    boolean due = now - shownNanos >= (terminal ? REDRAW_NANOS : PLAIN_NANOS);
    if (due && now - startedNanos >= patienceNanos) {
      shownNanos = now;
      shown = true;
      draw();
    }
  }

  @Override
  public synchronized void tell(String message) {
    clear();
    err.println(message);
    err.flush();
  }

  @Override
  public synchronized void end() {
    clear();
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    if (done > 0 && shown) {
      err.println(String.format(Locale.ROOT, "%s: %,d in %.1f s", what, done, seconds));
      err.flush();
    }
  }

  private void draw() {
    double seconds = Math.max((System.nanoTime() - startedNanos) / 1e9, 1e-3);
    double rate = done / seconds;
    StringBuilder line = new StringBuilder(what).append(": ");
    if (total >= 0) {
      line.append(String.format(Locale.ROOT, "%,d of %,d", done, total));
      if (done > 0 && done < total) {
        line.append(
            String.format(Locale.ROOT, ", %s/s, %.0f s left", rate(rate), (total - done) / rate));
      }
    } else {
      line.append(String.format(Locale.ROOT, "%,d, %s/s", done, rate(rate)));
    }
    if (terminal) {
      err.print('\r');
      err.print(line.length() > WIDTH ? line.substring(0, WIDTH) : line);
      err.print("\u001b[K");
      dirty = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond >= 10 ? "%,.0f" : "%.1f", perSecond);
  }

  private void clear() {
    if (dirty) {
      err.print("\r\u001b[K");
      dirty = false;
    }
  }
}
