package org.jumelles.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jumelles.archive.bucket.Bucket;
import org.jumelles.archive.product.Identity;

/// An object in a bucket, read as a stream; a stream that breaks off is asked for again from there.
final class BucketFiles implements ObjectFiles {
  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BREAKS = 20;

  private final Bucket bucket;
  private final String start;

  /// @param place of the object, below the bucket's prefix
  BucketFiles(Bucket bucket, String place) {
    this.bucket = bucket;
    this.start = place + "/";
  }

  /// Takes the bytes of a file in, one block after the other.
  @FunctionalInterface
  private interface Sink {
    void take(byte[] block, int length) throws IOException;
  }

  @Override
  public SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    bucket.list(start, item -> names.add(item.key().substring(start.length())));
    return names;
  }

  @Override
  public byte[] bytes(String name) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    stream(name, LARGEST_DOCUMENT_BYTES, (block, length) -> bytes.write(block, 0, length));
    return bytes.toByteArray();
  }

  @Override
  public Durable.Hashed hash(String name) throws IOException {
    MessageDigest digest = Identity.sha256();
    long size = stream(name, Long.MAX_VALUE, (block, length) -> digest.update(block, 0, length));
    return new Durable.Hashed(size, HexFormat.of().formatHex(digest.digest()));
  }

  /// Copies a file to a new one and hashes it on the way.
  ///
  /// @throws IOException where it has more bytes than it may
  Durable.Hashed copy(String name, long largestBytes, Path to) throws IOException {
    MessageDigest digest = Identity.sha256();
    Files.createDirectories(Durable.parent(to));
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      long size =
          stream(
              name,
              largestBytes,
              (block, length) -> {
                digest.update(block, 0, length);
                out.write(block, 0, length);
              });
      return new Durable.Hashed(size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private long stream(String name, long largestBytes, Sink sink) throws IOException {
    String key = start + name;
    OptionalLong told = bucket.sizeBytes(key);
    if (told.isEmpty()) {
      throw new NoSuchFileException(named(name));
    }
    long size = told.getAsLong();
    if (size > largestBytes) {
      throw new IOException(
          named(name) + " has " + size + " bytes; no more than " + largestBytes + " are taken");
    }
    long at = 0;
    byte[] block = new byte[BLOCK_BYTES];
    for (int breaks = 0; at < size; breaks++) {
      long before = at;
      IOException broken = null;
      try (InputStream in = bucket.read(key, at)) {
        for (int n = in.read(block); n >= 0 && at < size; n = in.read(block)) {
          int length = (int) Math.min(n, size - at);
          sink.take(block, length);
          at += length;
        }
      } catch (NoSuchFileException e) {
        throw e;
      } catch (IOException e) {
        broken = e;
      }
      if (at < size && (at == before || breaks >= BREAKS)) {
        throw broken != null
            ? broken
            : new IOException(named(name) + " ends at byte " + at + " of " + size);
      }
    }
    return size;
  }

  @Override
  public String named(String name) {
    return bucket.url().named(start + name);
  }
}
