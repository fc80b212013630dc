package org.jumelles.kernel.bytes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// A read-only stretch of bytes that knows its source and where in that source it begins.
///
/// Offsets are relative to this stretch; a complaint tells them relative to the source. Every read
/// names its field, so that a read past the end can say what was missing.
public final class Bytes {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final String source;
  private final long origin;
  private final MemorySegment segment;

  private Bytes(String source, long origin, MemorySegment segment) {
    this.source = source;
    this.origin = origin;
    this.segment = segment;
  }

  public static Bytes of(String source, byte[] bytes) {
    return new Bytes(source, 0, MemorySegment.ofArray(bytes).asReadOnly());
  }

  public static Bytes of(String source, MemorySegment segment) {
    return new Bytes(source, 0, segment.asReadOnly());
  }

  /// A stretch cut from the middle of a source, `originBytes` after its start.
  public static Bytes of(String source, long originBytes, MemorySegment segment) {
    return new Bytes(source, originBytes, segment.asReadOnly());
  }

  /// Maps a whole file of any size; the mapping lives as long as the arena.
  public static Bytes map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      MemorySegment mapped =
          size == 0
              ? MemorySegment.ofArray(new byte[0])
              : channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      return new Bytes(file.toString(), 0, mapped);
    }
  }

  public String source() {
    return source;
  }

  /// Where this stretch begins in its source.
  public long origin() {
    return origin;
  }

  public long size() {
    return segment.byteSize();
  }

  /// The memory itself, for kernels that check their own bounds.
  public MemorySegment segment() {
    return segment;
  }

  public Bytes slice(long at, long length, String field) {
    check(at, length, field);
    return new Bytes(source, origin + at, segment.asSlice(at, length));
  }

  public int u8(long at, String field) {
    check(at, 1, field);
    return Byte.toUnsignedInt(segment.get(JAVA_BYTE, at));
  }

  public int u16(long at, ByteOrder order, String field) {
    check(at, 2, field);
    return Short.toUnsignedInt(i16Unchecked(at, order));
  }

  public short i16(long at, ByteOrder order, String field) {
    check(at, 2, field);
    return i16Unchecked(at, order);
  }

  public int i32(long at, ByteOrder order, String field) {
    check(at, 4, field);
    int value = segment.get(INT, at);
    return order == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
  }

  public long u32(long at, ByteOrder order, String field) {
    return Integer.toUnsignedLong(i32(at, order, field));
  }

  public long i64(long at, ByteOrder order, String field) {
    check(at, 8, field);
    long value = segment.get(LONG, at);
    return order == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value);
  }

  public float f32(long at, ByteOrder order, String field) {
    return Float.intBitsToFloat(i32(at, order, field));
  }

  public double f64(long at, ByteOrder order, String field) {
    return Double.longBitsToDouble(i64(at, order, field));
  }

  public byte[] array(long at, long length, String field) {
    check(at, length, field);
    return segment.asSlice(at, length).toArray(JAVA_BYTE);
  }

  public String ascii(long at, long length, String field) {
    return text(at, length, StandardCharsets.US_ASCII, field);
  }

  public String text(long at, long length, Charset charset, String field) {
    return new String(array(at, length, field), charset);
  }

  /// The complaint that `field` at `at` is wrong; the caller throws it.
  public MalformedDataException malformed(long at, String field, String clause, String found) {
    return new MalformedDataException(source, new Place.Offset(origin + at), field, clause, found);
  }

  private short i16Unchecked(long at, ByteOrder order) {
    short value = segment.get(SHORT, at);
    return order == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
  }

  private void check(long at, long length, String field) {
    if (at < 0 || length < 0 || at > segment.byteSize() - length) {
      throw malformed(
          Math.max(at, 0),
          field,
          "length of the data",
          length + " bytes wanted, " + Math.max(0, segment.byteSize() - at) + " left");
    }
  }
}
