package org.jumelles.service.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A login under way: sent to the issuer, not yet back.
///
/// @param state that comes back with the code, once
/// @param nonce that the ID token must repeat
/// @param verifier whose hash the issuer was shown [RFC7636]
/// @param browser the secret in the cookie of the browser that began it
/// @param next the path to go on to
record Attempt(String state, String nonce, String verifier, String browser, String next) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Attempt of(String next) {
    return new Attempt(secret(), secret(), secret(), secret(), next);
  }

  /// 256 random bits.
  static String secret() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  boolean isOf(String cookie) {
    return MessageDigest.isEqual(
        browser.getBytes(StandardCharsets.US_ASCII), cookie.getBytes(StandardCharsets.UTF_8));
  }
}
