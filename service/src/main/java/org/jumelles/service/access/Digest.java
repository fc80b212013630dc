package org.jumelles.service.access;

import org.jumelles.service.exchange.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HTTP digest access authentication [RFC7616], with `qop=auth`.
///
/// A nonce is a time, a count and their seal, good for five minutes; the count that a client sends
/// with it must grow, so that an answer that was overheard is no use.
public final class Digest {
  private static final long NONCE_LIFE_MILLIS = 300_000;
  private static final int MAX_NONCES = 10_000;
  private static final List<String> ALGORITHMS = List.of("SHA-256", "MD5");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*([a-zA-Z0-9*_-]{1,20})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))\\s*(?:,|$)");

  private final Users users;
  private final LongSupplier clockMillis;
  private final AtomicLong given = new AtomicLong();
  private final byte[] secret = new byte[32];
  private final Map<String, Long> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_NONCES;
        }
      };

  public Digest(Users users, LongSupplier clockMillis) {
    this.users = users;
    this.clockMillis = clockMillis;
    new SecureRandom().nextBytes(secret);
  }

  /// What became of a request's credentials.
  public sealed interface Proof {
    record Known(Caller caller) implements Proof {}

    /// Not known, or not any more.
    ///
    /// @param stale whether the client may try again with the same password
    record Unknown(boolean stale) implements Proof {}
  }

  /// The values of `WWW-Authenticate`, the best first.
  public List<String> challenges(boolean stale) {
    String nonce = nonce(clockMillis.getAsLong());
    return ALGORITHMS.stream()
        .map(
            algorithm ->
                "Digest realm=\""
                    + Users.REALM
                    + "\", qop=\"auth\", algorithm="
                    + algorithm
                    + ", nonce=\""
                    + nonce
                    + "\", charset=UTF-8"
                    + (stale ? ", stale=true" : ""))
        .toList();
  }

  /// @param authorization the header, where there is one
  /// @param method such as `GET`
  /// @param target path and query as the client wrote them
  public Proof check(Optional<String> authorization, String method, String target) {
    Optional<Map<String, String>> parsed = authorization.flatMap(Digest::parse);
    if (parsed.isEmpty()) {
      return new Proof.Unknown(false);
    }
    Map<String, String> given = parsed.get();
    String algorithm = given.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    boolean formed =
        ALGORITHMS.contains(algorithm)
            && given.getOrDefault("realm", "").equals(Users.REALM)
            && given.getOrDefault("qop", "").equals("auth")
            && given.getOrDefault("uri", "").equals(target)
            && given.getOrDefault("nc", "").matches("[0-9a-fA-F]{8}");
    String nonce = given.getOrDefault("nonce", "");
    if (!formed || !isOurs(nonce)) {
      return new Proof.Unknown(false);
    }
    Optional<Users.User> user = users.find(given.getOrDefault("username", ""), algorithm);
    // The same work for a name that nobody bears, so that the time tells nothing.
    String ha1 = user.map(Users.User::ha1).orElse("0".repeat(64));
    String expected = response(algorithm, ha1, method, given);
    boolean right =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            given
                .getOrDefault("response", "")
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8));
    if (!right || user.isEmpty()) {
      return new Proof.Unknown(false);
    }
    return isFresh(nonce, Long.parseLong(given.getOrDefault("nc", "0"), 16))
        ? new Proof.Known(user.get().caller())
        : new Proof.Unknown(true);
  }

  /// [RFC7616] section 3.4.1.
  static String response(String algorithm, String ha1, String method, Map<String, String> given) {
    String ha2 = hash(algorithm, method + ":" + given.getOrDefault("uri", ""));
    return hash(
        algorithm,
        String.join(
            ":",
            ha1,
            given.getOrDefault("nonce", ""),
            given.getOrDefault("nc", ""),
            given.getOrDefault("cnonce", ""),
            given.getOrDefault("qop", ""),
            ha2));
  }

  /// What is kept of a password, by algorithm.
  public static Map<String, String> hashes(String name, String password) {
    Map<String, String> hashes = new HashMap<>();
    for (String algorithm : ALGORITHMS) {
      hashes.put(algorithm, hash(algorithm, name + ":" + Users.REALM + ":" + password));
    }
    return hashes;
  }

  static String hash(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Map<String, String>> parse(String header) {
    if (header.length() > 8192 || !header.regionMatches(true, 0, "Digest ", 0, 7)) {
      return Optional.empty();
    }
    Map<String, String> given = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header).region(7, header.length());
    while (parameter.lookingAt()) {
      String quoted = parameter.group(2);
      String value =
          quoted == null ? String.valueOf(parameter.group(3)) : quoted.replaceAll("\\\\(.)", "$1");
      if (given.put(String.valueOf(parameter.group(1)).toLowerCase(Locale.ROOT), value) != null) {
        return Optional.empty();
      }
      parameter.region(parameter.end(), header.length());
    }
    return parameter.regionStart() == header.length() ? Optional.of(given) : Optional.empty();
  }

  private String nonce(long millis) {
    String time = Long.toHexString(millis) + "." + Long.toHexString(given.incrementAndGet());
    return time + "-" + sealed(time);
  }

  private boolean isOurs(String nonce) {
    int dash = nonce.indexOf('-');
    return dash > 0
        && MessageDigest.isEqual(
            nonce.substring(dash + 1).getBytes(StandardCharsets.UTF_8),
            sealed(nonce.substring(0, dash)).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isFresh(String nonce, long count) {
    long made = Long.parseLong(nonce.substring(0, nonce.indexOf('.')), 16);
    if (clockMillis.getAsLong() - made > NONCE_LIFE_MILLIS) {
      return false;
    }
    synchronized (counts) {
      Long before = counts.get(nonce);
      if (before != null && before >= count) {
        return false;
      }
      counts.put(nonce, count);
      return true;
    }
  }

  private String sealed(String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(time.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
