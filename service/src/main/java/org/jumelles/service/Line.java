package org.jumelles.service;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;

/// A client's connection, and until when the client is waited for: to ask, to send on, or to take
/// what is written. The server's own reads and writes wait for ever, and one that waits in the
/// middle of a request holds its place.
///
/// The server looks around for connections that are idle for too long; one is idle here for as long
/// as its client is overdue, and is closed under the thread that waits.
final class Line implements ServerConnection, InterruptableTask<Void> {
  private static final ScopedValue<Line> HERE = ScopedValue.newInstance();

  /// Written at once: whoever does not take them while the line waits is not served.
  static final int PIECE_BYTES = 1 << 16;

  /// Times as long a client may be silent between its requests: proxies keep lines open.
  private static final int BETWEEN = 3;

  private static final long NEVER = Long.MAX_VALUE;

  private final ServerConnection http;
  private final ConnectionContext context;
  private final Duration patience;
  private final long begun = System.nanoTime();

  /// In ns since this began.
  private volatile long due;

  private Line(ServerConnection http, ConnectionContext context, Duration patience) {
    this.http = http;
    this.context = context;
    this.patience = patience;
    answered();
  }

  /// Takes connections of HTTP/1.1 as lines.
  record Selector(Http1ConnectionSelector http, Duration patience)
      implements ServerConnectionSelector {
    @Override
    public int bytesToIdentifyConnection() {
      return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
      return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
      return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
      return new Line(http.connection(context), context, patience);
    }
  }

  /// The line of the request that this thread answers.
  static Line here() {
    return HERE.get();
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    ScopedValue.where(HERE, this)
        .call(
            () -> {
              http.handle(limit);
              return this;
            });
  }

  /// A request is here whole, but for its body: the client need do nothing.
  void asked() {
    due = NEVER;
  }

  /// The answer is out: the client may ask again, for a while.
  void answered() {
    due = now() + BETWEEN * patience.toNanos();
  }

  /// What the client sends, each read for a while only.
  InputStream heard(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        return waiting(in::read);
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return waiting(() -> in.read(into, from, length));
      }
    };
  }

  /// What the client is to take, each piece for a while only.
  OutputStream taken(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int one) throws IOException {
        take(() -> out.write(one));
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = 0; at < length; at += PIECE_BYTES) {
          int piece = from + at;
          int size = Math.min(PIECE_BYTES, length - at);
          take(() -> out.write(bytes, piece, size));
        }
      }

      @Override
      public void flush() throws IOException {
        take(out::flush);
      }

      @Override
      public void close() throws IOException {
        take(out::close);
      }
    };
  }

  @FunctionalInterface
  private interface Transfer {
    int run() throws IOException;
  }

  /// Something that waits until the client has taken it.
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  private int waiting(Transfer transfer) throws IOException {
    due = now() + patience.toNanos();
    try {
      return transfer.run();
    } finally {
      due = NEVER;
    }
  }

  /// Writes no more than a piece.
  void take(Writing writing) throws IOException {
    waiting(
        () -> {
          writing.run();
          return 0;
        });
  }

  private long now() {
    return System.nanoTime() - begun;
  }

  /// How long the client is overdue; zero where it is not.
  @Override
  public Duration idleTime() {
    return Duration.ofNanos(Math.max(0, now() - due));
  }

  @Override
  public void close(boolean interrupt) {
    if (idleTime().isPositive()) {
      // Not interrupted, as it may have gone on: only what it does on this line is to end.
      try {
        context.serverSocket().close();
      } catch (UncheckedIOException _) {
        // it is closed already
      }
    } else {
      http.close(interrupt);
    }
  }

  @Override
  public boolean canInterrupt() {
    return http instanceof InterruptableTask<?> task && task.canInterrupt();
  }
}
