package org.jumelles.service;

import java.time.Duration;

/// Where to listen, and how much at once.
///
/// @param host a name or number of this machine; `127.0.0.1` keeps everybody else out
/// @param port zero for any free one
/// @param maximumRequests answered at the same time; one more gets 503
/// @param maximumAnswerBytes of waveforms in one answer; a request for more gets 413
/// @param patience with a client: to ask, to send a request's body, to take a part of an answer; a
///     body that comes slower gets 408, and all of them are hung up on
public record Address(
    String host, int port, int maximumRequests, long maximumAnswerBytes, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public static final int DEFAULT_PORT = 8470;

  public Address {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("a patience of " + patience);
    }
    if (maximumRequests < 1 || maximumAnswerBytes < 1) {
      throw new IllegalArgumentException(
          "limits of " + maximumRequests + " requests and " + maximumAnswerBytes + " bytes");
    }
  }

  /// Clients are waited for 20 s.
  public Address(String host, int port, int maximumRequests, long maximumAnswerBytes) {
    this(host, port, maximumRequests, maximumAnswerBytes, PATIENCE);
  }

  /// This machine only, 512 requests, 20 GiB an answer.
  public static Address loopback(int port) {
    return new Address("127.0.0.1", port, 512, 20L << 30);
  }
}
