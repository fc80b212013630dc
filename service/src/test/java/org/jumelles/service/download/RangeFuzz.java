package org.jumelles.service.download;

import java.util.Optional;

/// Any `Range` header gives a part that lies within the file.
public final class RangeFuzz {
  private RangeFuzz() {}

  public static void read(String text) {
    for (long size : new long[] {0, 1, 1000, Long.MAX_VALUE}) {
      if (ByteRange.of(Optional.of(text), size) instanceof ByteRange.Part part
          && (part.first() < 0 || part.last() < part.first() || part.last() >= size)) {
        throw new AssertionError(part + " of " + size + " bytes");
      }
    }
  }
}
