package org.jumelles.formats.bufr;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads bits, the highest first, from a copy of a section.
final class BitReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// A long read at a byte holds this many bits after any bit of that byte.
  private static final int MOST_AT_ONCE = 57;

  private final byte[] bytes;
  private final long end;
  private long at;

  BitReader(MemorySegment section) {
    int length = Math.toIntExact(section.byteSize());
    bytes = new byte[length + Long.BYTES];
    MemorySegment.copy(section, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    end = (long) length * Byte.SIZE;
  }

  long left() {
    return end - at;
  }

  long byteAt() {
    return at / Byte.SIZE;
  }

  /// @param width 0 to 64 bits, no more than are left
  long read(int width) {
    if (width > MOST_AT_ONCE) {
      long high = read(width - 32);
      return high << 32 | read(32);
    }
    if (width == 0) {
      return 0;
    }
    long word = (long) LONG.get(bytes, (int) (at >>> 3));
    long value = word << (at & 7) >>> (Long.SIZE - width);
    at += width;
    return value;
  }

  /// Reads `count` numbers of 1 to 57 bits each and adds `base` to them; all ones are missing.
  void read(long base, int width, long[] to, int from, int count) {
    long missing = -1L >>> (Long.SIZE - width);
    long bit = at;
    for (int i = from; i < from + count; i++) {
      long word = (long) LONG.get(bytes, (int) (bit >>> 3));
      long value = word << (bit & 7) >>> (Long.SIZE - width);
      to[i] = value == missing ? Element.MISSING : base + value;
      bit += width;
    }
    at = bit;
  }
}
