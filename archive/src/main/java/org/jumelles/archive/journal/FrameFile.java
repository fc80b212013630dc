package org.jumelles.archive.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/// An append-only file of frames.
///
/// | offset | type | field |
/// |---|---|---|
/// | 0 | u32, big-endian | length n of the body |
/// | 4 | u32, big-endian | CRC-32C of the body |
/// | 8 | n bytes | body |
///
/// A file ends where the first frame is not whole: what a killed writer left behind is never read,
/// and the next writer sets it aside.
final class FrameFile {
  static final int HEAD_BYTES = 8;

  /// The largest record of miniSEED, and room for its number.
  static final int LARGEST_BODY_BYTES = (10 << 20) + 64;

  private FrameFile() {}

  /// Takes a whole frame.
  @FunctionalInterface
  interface Visit {
    void take(long bodyOffset, ByteBuffer body);
  }

  /// Reads the whole frames from an offset on.
  ///
  /// @return where the first frame that is not whole would begin
  static long read(Path file, long from, Visit visit) throws IOException {
    if (!Files.exists(file)) {
      return from;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long at = from;
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
      while (size - at >= HEAD_BYTES) {
        fill(channel, head.clear(), at);
        int length = head.getInt(0);
        if (length <= 0 || length > LARGEST_BODY_BYTES || length > size - at - HEAD_BYTES) {
          return at;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        fill(channel, body, at + HEAD_BYTES);
        if (crc(body.array()) != head.getInt(4)) {
          return at;
        }
        visit.take(at + HEAD_BYTES, body.flip());
        at += HEAD_BYTES + length;
      }
      return at;
    }
  }

  /// Appends frames after the last whole one, and flushes them.
  ///
  /// @param end where the last whole frame ends; what lies beyond is kept in a file beside
  /// @return where the first new body begins
  static long append(Path file, long end, List<byte[]> bodies) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() > end) {
        setAside(file, channel, end);
      }
      int bytes = bodies.stream().mapToInt(body -> HEAD_BYTES + body.length).sum();
      ByteBuffer block = ByteBuffer.allocate(bytes);
      for (byte[] body : bodies) {
        block.putInt(body.length).putInt(crc(body)).put(body);
      }
      block.flip();
      for (long at = end; block.hasRemaining(); ) {
        at += channel.write(block, at);
      }
      channel.force(true);
      return end + HEAD_BYTES;
    }
  }

  private static void setAside(Path file, FileChannel channel, long end) throws IOException {
    ByteBuffer torn = ByteBuffer.allocate((int) Math.min(channel.size() - end, LARGEST_BODY_BYTES));
    fill(channel, torn, end);
    Files.write(file.resolveSibling(file.getFileName() + ".torn-" + end), torn.array());
    channel.truncate(end);
  }

  private static void fill(FileChannel channel, ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining()) {
      int read = channel.read(into, at + into.position());
      if (read < 0) {
        throw new IOException("a file of frames that became shorter while it was read");
      }
    }
  }

  private static int crc(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
