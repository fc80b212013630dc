package org.jumelles.service;

import java.time.Duration;

/// Where to listen, and how much at once.
///
/// @param host a name or number of this machine; `127.0.0.1` keeps everybody else out
/// @param port zero for any free one
/// @param maximumRequests answered at the same time; one more gets 503
/// @param maximumAnswerBytes of waveforms in one answer; a request for more gets 413
/// @param bodyWithin in which a request's body has come; a slower one gets 408 and is hung up on
public record Address(
    String host, int port, int maximumRequests, long maximumAnswerBytes, Duration bodyWithin) {
  private static final Duration BODY_WITHIN = Duration.ofSeconds(20);

  public static final int DEFAULT_PORT = 8470;

  public Address {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
    }
    if (bodyWithin.isNegative() || bodyWithin.isZero()) {
      throw new IllegalArgumentException("a body within " + bodyWithin);
    }
    if (maximumRequests < 1 || maximumAnswerBytes < 1) {
      throw new IllegalArgumentException(
          "limits of " + maximumRequests + " requests and " + maximumAnswerBytes + " bytes");
    }
  }

  /// A body has 20 s.
  public Address(String host, int port, int maximumRequests, long maximumAnswerBytes) {
    this(host, port, maximumRequests, maximumAnswerBytes, BODY_WITHIN);
  }

  /// This machine only, 512 requests, 20 GiB an answer.
  public static Address loopback(int port) {
    return new Address("127.0.0.1", port, 512, 20L << 30);
  }
}
