package org.jumelles.service.seedlink;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Reads a client's commands: each ends with CR, LF or both.
///
/// A line must be whole within a time after its first byte, however slowly its bytes drip.
final class Lines {
  /// So much without an end of line is no client of this protocol.
  private static final int MAX_DISCARDED_BYTES = 1 << 16;

  private final Socket socket;
  private final InputStream in;
  private final Duration lineTime;

  Lines(Socket socket, Duration lineTime) throws IOException {
    this.socket = socket;
    this.in = new java.io.BufferedInputStream(socket.getInputStream(), 512);
    this.lineTime = lineTime;
  }

  /// One look at the line.
  sealed interface Heard {
    record Line(String text) implements Heard {}

    /// Longer than the protocol allows, or with bytes that are no text; it was read to its end.
    record Nonsense(String what) implements Heard {}

    /// The client hung up, or was too slow.
    record Gone() implements Heard {}
  }

  /// @param idle how long a client may say nothing; zero: for ever
  Heard next(Duration idle) throws IOException {
    StringBuilder line = new StringBuilder();
    int length = 0;
    boolean clean = true;
    long deadline = 0;
    socket.setSoTimeout(Math.toIntExact(idle.toMillis()));
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\r' || b == '\n') {
          if (length == 0) {
            continue;
          }
          return heard(line, length, clean);
        }
        length++;
        clean &= (b >= 0x20 && b < 0x7F) || b == '\t';
        if (length <= Handshake.MAX_LINE_BYTES) {
          line.append((char) b);
        }
        deadline = deadline == 0 ? System.nanoTime() + lineTime.toNanos() : deadline;
        long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
        if (leftMillis <= 0 || length > MAX_DISCARDED_BYTES) {
          return new Heard.Gone();
        }
        socket.setSoTimeout((int) leftMillis);
      }
    } catch (SocketTimeoutException _) {
      return new Heard.Gone();
    }
    return new Heard.Gone();
  }

  private static Heard heard(StringBuilder line, int length, boolean clean) {
    if (length > Handshake.MAX_LINE_BYTES - 2) {
      return new Heard.Nonsense("a line of " + length + " bytes");
    }
    return clean
        ? new Heard.Line(line.toString())
        : new Heard.Nonsense("a line with bytes that are no text");
  }
}
