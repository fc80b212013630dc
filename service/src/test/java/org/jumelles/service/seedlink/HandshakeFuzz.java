package org.jumelles.service.seedlink;

/// Any lines of a client are followed or answered with an error.
public final class HandshakeFuzz {
  private HandshakeFuzz() {}

  public static void read(String text) {
    Handshake handshake = new Handshake(_ -> true);
    for (String line : text.split("[\r\n]+", -1)) {
      if (line.length() <= Handshake.MAX_LINE_BYTES) {
        handshake.take(line);
      }
    }
    handshake.requests();
  }
}
