package org.jumelles.archive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jumelles.archive.product.Identity;

/// File operations that outlive a crash of the machine: what was flushed stays.
public final class Durable {
  private static final int BLOCK_BYTES = 1 << 18;

  private Durable() {}

  /// Size in bytes and SHA-256 of what was read.
  public record Hashed(long size, String sha256) {}

  /// Copies and hashes in one pass, and flushes the copy.
  public static Hashed copy(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Hashed hashed = pass(in, out);
      out.force(true);
      return hashed;
    }
  }

  public static Hashed hash(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      MessageDigest digest = Identity.sha256();
      ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
      long size = 0;
      while (in.read(block) >= 0) {
        size += block.position();
        digest.update(block.flip());
        block.clear();
      }
      return new Hashed(size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static Hashed pass(FileChannel in, FileChannel out) throws IOException {
    MessageDigest digest = Identity.sha256();
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
    long size = 0;
    while (in.read(block) >= 0) {
      size += block.position();
      block.flip();
      digest.update(block.duplicate());
      while (block.hasRemaining()) {
        out.write(block);
      }
      block.clear();
    }
    return new Hashed(size, HexFormat.of().formatHex(digest.digest()));
  }

  /// Writes a new file and flushes it.
  public static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }

  /// Flushes a file, or the names in a folder.
  public static void flush(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Flushes all files and folders of a tree.
  public static void flushTree(Path tree) throws IOException {
    for (Path path : walk(tree)) {
      flush(path);
    }
  }

  /// The folder that holds a path, which is no root of a file system.
  public static Path parent(Path path) {
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }

  /// Deletes a tree; one that is not there is deleted already.
  public static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      for (Path path : walk(tree)) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// All of a tree, what is within before what holds it.
  static List<Path> walk(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Copies a file or tree to a place where nothing is yet.
  public static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(parent(to));
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.sorted().toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }
}
