package org.jumelles.service.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a client asked.
///
/// @param method upper case, such as `GET`
/// @param path decoded, always beginning with `/`
/// @param rawQuery what followed the `?`, still percent-encoded; empty where there was none
/// @param headers by lower-case name; repeated ones are joined by `, `
/// @param body read only when asked for
/// @param caller who asks, where that was proven
/// @param trail what the request was let have
/// @param base what links begin with, as `http://HOST`; empty where the client named no host, so
///     that they stay relative
public record Request(
    String method,
    String path,
    String rawQuery,
    Map<String, String> headers,
    Body body,
    Caller caller,
    Trail trail,
    String base) {
  /// What a `Host` header may say, as a regular expression: a name or an address, and a port.
  public static final String HOST =
      "(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?";

  private static final Pattern CALLED = Pattern.compile(HOST);

  public Request {
    headers = Map.copyOf(headers);
  }

  /// A request that was let have nothing yet, of a client that called the service itself.
  public Request(
      String method,
      String path,
      String rawQuery,
      Map<String, String> headers,
      Body body,
      Caller caller) {
    this(method, path, rawQuery, headers, body, caller, new Trail(), base("http", headers));
  }

  /// The bytes that came with a request.
  @FunctionalInterface
  public interface Body {
    /// All of it, or nothing where it is longer than `limitBytes`.
    Optional<byte[]> read(int limitBytes);
  }

  /// A request without a body.
  public static Request get(String path, String rawQuery, Map<String, String> headers) {
    return new Request(
        "GET", path, rawQuery, headers, _ -> Optional.of(new byte[0]), Caller.NOBODY);
  }

  /// The same request of somebody else.
  public Request by(Caller someone) {
    return new Request(method, path, rawQuery, headers, body, someone, trail, base);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The name that the client called; empty where the host it named is no host.
  ///
  /// @param headers by lower-case name
  public static String base(String scheme, Map<String, String> headers) {
    String host = headers.getOrDefault("host", "");
    return CALLED.matcher(host).matches() ? scheme + "://" + host : "";
  }

  /// Path and query as the client wrote them.
  public String target() {
    return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
  }

  /// Whether a person's browser asks: it prefers HTML, other clients do not name it.
  public boolean wantsHtml() {
    return header("accept").map(accept -> accept.contains("text/html")).orElse(false);
  }
}
