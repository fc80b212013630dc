package org.jumelles.service;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jumelles.service.exchange.Request;

/// What stands between this service and those who call it, such as a proxy that speaks TLS.
///
/// @param publicUrl the service as browsers call it, without a path; where it is empty, links
///     follow the name that a client called
/// @param trusted the address from which `X-Forwarded-Proto`, `-Host` and `-For` are believed,
///     [#LOOPBACK] for this machine's own; empty where nobody's are
public record Proxy(Optional<String> publicUrl, Optional<String> trusted) {
  /// Clients call the service itself.
  public static final Proxy NONE = new Proxy(Optional.empty(), Optional.empty());

  /// Any address of this machine alone.
  public static final String LOOPBACK = "loopback";

  public Proxy {
    publicUrl = publicUrl.map(url -> url.replaceFirst("/$", ""));
    if (publicUrl.isPresent() && !publicUrl.get().matches("https?://" + Request.HOST)) {
      throw new IllegalArgumentException(
          "the address of this service is https://HOST, without a path: " + publicUrl.get());
    }
  }

  /// Whether who comes from this machine may be somebody from elsewhere.
  boolean stands() {
    return publicUrl.isPresent() || trusted.isPresent();
  }

  /// What links begin with, as the client called us; empty where that is no name.
  ///
  /// @param peer the address that the connection comes from
  String base(Map<String, String> headers, String peer) {
    if (publicUrl.isPresent()) {
      return publicUrl.get();
    }
    String scheme =
        told(headers, "x-forwarded-proto", peer, String::toLowerCase)
            .filter(word -> word.equals("https"))
            .orElse("http");
    return told(headers, "x-forwarded-host", peer, UnaryOperator.identity())
        .filter(host -> host.matches(Request.HOST))
        .map(host -> scheme + "://" + host)
        .orElseGet(() -> Request.base(scheme, headers));
  }

  /// The address of the client; the proxy's own where it tells none.
  String client(Map<String, String> headers, String peer) {
    return told(headers, "x-forwarded-for", peer, UnaryOperator.identity())
        .filter(word -> word.matches("[0-9A-Fa-f.:]{2,45}"))
        .orElse(peer);
  }

  /// The last word of a list: what stands before it was written by others than the proxy.
  private Optional<String> told(
      Map<String, String> headers, String name, String peer, UnaryOperator<String> reading) {
    boolean believed =
        trusted
            .map(one -> one.equals(LOOPBACK) ? isLoopback(peer) : one.equals(peer))
            .orElse(false);
    String words = headers.getOrDefault(name, "");
    return Optional.of(words.substring(words.lastIndexOf(',') + 1).strip())
        .filter(word -> believed && !word.isEmpty())
        .map(reading);
  }

  /// Whether an address is of this machine.
  static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
