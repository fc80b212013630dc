package org.jumelles.archive.product;

import java.util.regex.Pattern;

/// One file of a product.
///
/// @param name a relative path of letters, digits, `.`, `_`, `-`, `+` and `/`
/// @param size in bytes
/// @param sha256 64 lower-case hexadecimal digits
public record Payload(String name, String mediaType, long size, String sha256) {
  private static final Pattern NAME =
      Pattern.compile("(?!.*(^|/)\\.)[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*");

  public Payload {
    checkName(name);
    if (size < 0) {
      throw new IllegalArgumentException("payload " + name + " of " + size + " bytes");
    }
    sha256 = new Identity(sha256).sha256Hex();
  }

  /// @throws IllegalArgumentException where a file may not bear this name in a product
  public static void checkName(String name) {
    boolean ours = name.equals(ProductDocument.FILE_NAME) || name.equals("prov.json");
    if (ours || name.length() > 200 || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a payload may not be named '" + name + "'");
    }
  }
}
