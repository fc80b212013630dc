package org.jumelles.archive.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The name of a product: what went in and what was done, never when, where or by whom.
///
/// A raw file is named by the SHA-256 of its bytes. A derived product is named by the SHA-256 of
/// its recipe, version, parameters and inputs, each written as `length:text` in UTF-8 so that no
/// two lists read alike. Neither the order of the parameters nor that of the inputs matters: which
/// part an input plays belongs in the parameters.
///
/// @param sha256Hex 64 lower-case hexadecimal digits
public record Identity(String sha256Hex) implements Comparable<Identity> {
  private static final int HEX_LENGTH = 64;

  public Identity {
    if (!isHex(sha256Hex) || sha256Hex.length() != HEX_LENGTH) {
      throw new IllegalArgumentException("'" + sha256Hex + "' is no SHA-256 in lower-case hex");
    }
  }

  /// The identity of a derived product.
  public static Identity of(
      String recipe, String recipeVersion, Map<String, String> parameters, List<Identity> inputs) {
    StringBuilder text = new StringBuilder("jumelles product 1\n");
    field(text, recipe);
    field(text, recipeVersion);
    field(text, Integer.toString(parameters.size()));
    new TreeMap<>(parameters)
        .forEach(
            (name, value) -> {
              field(text, name);
              field(text, value);
            });
    inputs.stream().sorted().forEach(input -> field(text, input.sha256Hex));
    return ofText(text.toString());
  }

  /// The identity of a raw file, whose bytes have this SHA-256.
  public static Identity ofBytes(String sha256Hex) {
    return new Identity(sha256Hex);
  }

  /// Whether a text may be the beginning of an identity.
  public static boolean isHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /// A new SHA-256 digest, which every Java platform has.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int compareTo(Identity other) {
    return sha256Hex.compareTo(other.sha256Hex);
  }

  @Override
  public String toString() {
    return sha256Hex;
  }

  private static Identity ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Identity(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  private static void field(StringBuilder text, String value) {
    int length = value.getBytes(StandardCharsets.UTF_8).length;
    text.append(length).append(':').append(value).append('\n');
  }
}
