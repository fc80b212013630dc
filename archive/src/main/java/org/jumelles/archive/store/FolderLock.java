package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An exclusive lock of the operating system on a file, gone when its process is gone.
///
/// The file's text says who holds it.
public final class FolderLock implements AutoCloseable {
  /// Static, because POSIX locks belong to the process: closing any second channel on the file,
  /// even
  /// one opened only to try, would drop the lock that another part of this process holds.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /// @param holder what a process that is refused will be told
  /// @return empty where another holds the lock
  public static Optional<FolderLock> tryLock(Path path, String holder) throws IOException {
    Path file = Durable.parent(path).toRealPath().resolve(path.getFileName());
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      locked = true;
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(new FolderLock(file, channel, lock));
    } finally {
      if (!locked) {
        HELD.remove(file);
      }
    }
  }

  /// Who holds the lock, as far as the file tells.
  public static String holder(Path file) throws IOException {
    String text = Files.isReadable(file) ? Files.readString(file).strip() : "";
    return text.isEmpty() ? "another process" : text;
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
