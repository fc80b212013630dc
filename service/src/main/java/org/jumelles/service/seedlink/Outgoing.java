package org.jumelles.service.seedlink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// The bytes to one client: whole packets and whole lines, whoever sends them.
///
/// A client that reads slowly holds its own sender back and nobody else: no more than this buffer
/// and the socket's own wait for it.
final class Outgoing {
  private static final int BUFFER_BYTES = 1 << 14;

  private final OutputStream out;
  private final ReentrantLock whole = new ReentrantLock();
  private volatile long busySinceNanos;
  private final AtomicLong packets = new AtomicLong();

  Outgoing(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  void line(String text) throws IOException {
    send((text + "\r\n").getBytes(StandardCharsets.UTF_8), true);
  }

  void packet(byte[] packet) throws IOException {
    send(packet, false);
    packets.incrementAndGet();
  }

  void text(String text) throws IOException {
    send(text.getBytes(StandardCharsets.US_ASCII), true);
  }

  void flush() throws IOException {
    send(new byte[0], true);
  }

  private void send(byte[] bytes, boolean flush) throws IOException {
    whole.lock();
    try {
      busySinceNanos = System.nanoTime() | 1;
      out.write(bytes);
      if (flush) {
        out.flush();
      }
    } finally {
      busySinceNanos = 0;
      whole.unlock();
    }
  }

  long packets() {
    return packets.get();
  }

  /// How long the client has taken nothing of what is being sent; zero where nothing is.
  long stuckNanos() {
    long since = busySinceNanos;
    return since == 0 ? 0 : System.nanoTime() - since;
  }
}
