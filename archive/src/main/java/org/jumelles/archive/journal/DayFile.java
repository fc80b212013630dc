package org.jumelles.archive.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jumelles.archive.store.Durable;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// The file of one channel and UTC day while it grows.
///
/// | offset | type | field of a frame's body |
/// |---|---|---|
/// | 0 | i64, big-endian | first number of the record |
/// | 8 | i32 | how many numbers it takes |
/// | 12 | i64 | first sample, nanoseconds of TAI |
/// | 20 | i64 | last sample |
/// | 28 | | the record |
final class DayFile {
  static final int PREFIX_BYTES = 28;

  private final Path file;
  private final String key;
  private final String day;
  private final List<Stretch.Place> places = new ArrayList<>();
  private final Set<Long> fingerprints = new HashSet<>();
  private long wholeBytes;
  private long end;
  private long startNanos = Long.MAX_VALUE;
  private long endNanos = Long.MIN_VALUE;

  DayFile(Path file, String key, String day) {
    this.file = file;
    this.key = key;
    this.day = day;
  }

  /// Takes in what was appended since.
  void refresh() throws IOException {
    wholeBytes = FrameFile.read(file, wholeBytes, this::take);
  }

  private void take(long bodyOffset, ByteBuffer body) {
    byte[] bytes = new byte[body.capacity()];
    body.get(0, bytes);
    long number = body.getLong(0);
    places.add(
        new Stretch.Place(number, bodyOffset + PREFIX_BYTES, body.capacity() - PREFIX_BYTES));
    end = number + body.getInt(8);
    startNanos = Math.min(startNanos, body.getLong(12));
    endNanos = Math.max(endNanos, body.getLong(20));
    fingerprints.add(fingerprint(bytes, PREFIX_BYTES));
  }

  /// Whether this very record came before.
  boolean has(byte[] record) {
    return fingerprints.contains(fingerprint(record, 0));
  }

  static byte[] body(long number, NewRecord record) {
    return ByteBuffer.allocate(PREFIX_BYTES + record.bytes().length)
        .putLong(number)
        .putInt(record.slots())
        .putLong(record.span().start().taiNanos())
        .putLong(record.span().end().taiNanos())
        .put(record.bytes())
        .array();
  }

  void append(List<byte[]> bodies) throws IOException {
    FrameFile.append(file, wholeBytes, bodies);
    if (wholeBytes == 0) {
      Durable.flush(Durable.parent(file));
    }
    refresh();
  }

  long end() {
    return end;
  }

  Path file() {
    return file;
  }

  String key() {
    return key;
  }

  String day() {
    return day;
  }

  Optional<Stretch.Growing> stretch() {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stretch.Growing(
                file,
                key,
                day,
                new Span(new Moment(startNanos), new Moment(endNanos)),
                places.getFirst().number(),
                end,
                places));
  }

  /// `2019-05-22/FDSN_XB_ELYSE_03_B_H_U.journal`: characters that file names may not hold are
  /// `%XX`.
  static String fileName(String key) {
    StringBuilder name = new StringBuilder();
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Character.isLetterOrDigit((char) b) || b == '_' || b == '-';
      name.append(b > 0 && plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return name + ".journal";
  }

  static String key(String fileName) {
    String name = fileName.substring(0, fileName.length() - ".journal".length());
    return java.net.URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// 64 bits of two checks, so that another record is not taken for this one.
  private static long fingerprint(byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, bytes.length - from);
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < bytes.length; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    return hash ^ (crc.getValue() << 32);
  }
}
