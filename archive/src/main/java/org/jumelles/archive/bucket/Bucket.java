package org.jumelles.archive.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Keys and bytes below the prefix of a bucket. Safe for use by many threads.
///
/// Each method asks again for some minutes where the server is away, and throws an `IOException`
/// with one clear sentence where it refuses: no such bucket, wrong credentials, no right.
public interface Bucket extends AutoCloseable {
  /// A key, below the prefix, and the size of its bytes.
  record Item(String key, long sizeBytes) {}

  /// Opens a bucket that is there.
  ///
  /// @throws IOException where it is not, or lets nobody in with these credentials, or the client
  ///     library is not in the class path
  static Bucket open(BucketUrl url) throws IOException {
    try {
      Class.forName("software.amazon.awssdk.services.s3.S3Client");
    } catch (ClassNotFoundException e) {
      throw new IOException(
          "the store lies in "
              + url.named("")
              + ", and this program has no S3 client: put the jars that"
              + " `./mvnw -Ps3 -DskipTests -pl archive -am package` gathers in"
              + " archive/target/s3 into the folder that JUMELLES_ADDONS names"
              + " (docs/install.md, Add-ons)",
          e);
    }
    return S3Bucket.open(url);
  }

  BucketUrl url();

  /// Tells the keys that begin so, in the server's order, until it has heard enough.
  ///
  /// @param goOn false where no more is wanted
  void list(String start, Predicate<Item> goOn) throws IOException;

  /// @return empty where there is no such key
  OptionalLong sizeBytes(String key) throws IOException;

  /// The bytes from one on.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is no such key
  InputStream read(String key, long fromByte) throws IOException;

  /// Writes a key's bytes, whole or not at all; the server is told their hash and refuses others.
  void write(String key, Path file, String sha256Hex) throws IOException;

  /// Writes a key only where there is none, as far as the server knows to do so.
  ///
  /// @return whether this call made it; a call repeated after a lost answer may say no
  boolean create(String key, byte[] bytes, String sha256Hex) throws IOException;

  /// Deletes keys; one that is not there is deleted already.
  void delete(Collection<String> keys) throws IOException;

  /// Ends uploads in parts that nobody will finish.
  void abandonUploads(String start) throws IOException;

  @Override
  void close();
}
