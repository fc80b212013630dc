package org.jumelles.archive.account;

/// Somebody as an OpenID Connect issuer knows them.
///
/// @param issuer its address, as it writes it itself
/// @param subject unique with that issuer, never given again
public record Login(String issuer, String subject) {
  public Login {
    if (!issuer.matches("https?://[\\x21-\\x7E]{1,240}")) {
      throw new IllegalArgumentException("'" + issuer + "' is no address of an issuer");
    }
    if (!subject.matches("[\\x20-\\x7E]{1,255}")) {
      throw new IllegalArgumentException("'" + subject + "' is no subject of 1 to 255 characters");
    }
  }
}
