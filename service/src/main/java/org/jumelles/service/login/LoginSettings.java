package org.jumelles.service.login;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// With which issuer people log in, and as whom this service is known there.
///
/// @param issuer its address, as it writes it itself
/// @param clientId that the issuer gave this service
/// @param clientSecret where the issuer gave one
/// @param audience that access tokens for this service name; empty where only tokens of type
///     `at+jwt` for the client are taken
/// @param publicUrl of this service as browsers call it, without a path
public record LoginSettings(
    String issuer,
    String clientId,
    Optional<String> clientSecret,
    Optional<String> audience,
    String publicUrl) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public LoginSettings {
    secure("issuer", issuer);
    secure("address of this service", publicUrl);
    if (!publicUrl.matches("https?://[^/?#@]+")) {
      throw new IllegalArgumentException("the address of this service has no path: " + publicUrl);
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("the client's identifier is empty");
    }
  }

  /// The address that must be registered with the issuer.
  public String redirect() {
    return publicUrl + "/login/callback";
  }

  boolean isEncrypted() {
    return publicUrl.startsWith("https://");
  }

  /// What goes to an issuer in the clear can be read on the way: only this machine may be so.
  static URI secure(String what, String address) {
    URI uri = URI.create(address);
    boolean encrypted = "https".equals(uri.getScheme());
    boolean here =
        "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
    if (!encrypted && !here) {
      throw new IllegalArgumentException("the " + what + " is not https: " + address);
    }
    return uri;
  }

  @Override
  public String toString() {
    return "LoginSettings[" + issuer + ", " + clientId + ", " + publicUrl + "]";
  }
}
