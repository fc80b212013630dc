package org.jumelles.pipeline.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.archive.product.Identity;

/// One of several equal parts of any work, by the identity of its products: the same part on every
/// machine and at any time.
///
/// @param index 1 to `count`
public record Shard(int index, int count) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
  private static final int HEX_DIGITS = 8;

  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "shard " + index + "/" + count + "; shards are counted from 1/" + count + " on");
    }
  }

  /// Reads `2/8`, the second of eight.
  public static Shard parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no shard; the second of eight is 2/8");
    }
    return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /// An identity is a SHA-256, so that its first 32 bits deal the products out evenly.
  boolean owns(Identity identity) {
    long hash = Long.parseLong(identity.sha256Hex().substring(0, HEX_DIGITS), 16);
    return hash % count == index - 1;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
