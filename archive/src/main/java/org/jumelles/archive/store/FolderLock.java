package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A lock of the operating system on a file, gone when its process is gone: one holder alone, or
/// several that share it.
///
/// The file's text says who holds it, or held it last.
public final class FolderLock implements AutoCloseable {
  /// Static, because POSIX locks belong to the process: closing any second channel on the file,
  /// even one opened only to try, would drop the lock that another part of this process holds.
  private static final Map<Path, FolderLock> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private int holders = 1;

  private FolderLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /// @param holder what a process that is refused will be told
  /// @return empty where another holds the lock
  public static Optional<FolderLock> tryLock(Path path, String holder) throws IOException {
    return tryLock(path, holder, false);
  }

  /// Takes the lock beside others that share it.
  ///
  /// @return empty where one holds it alone
  public static Optional<FolderLock> tryShare(Path path, String holder) throws IOException {
    return tryLock(path, holder, true);
  }

  private static Optional<FolderLock> tryLock(Path path, String holder, boolean shared)
      throws IOException {
    Path file = Durable.parent(path).toRealPath().resolve(path.getFileName());
    synchronized (HELD) {
      Optional<FolderLock> held = Optional.ofNullable(HELD.get(file));
      if (held.isPresent()) {
        held = held.filter(lock -> shared && lock.lock.isShared());
        held.ifPresent(lock -> lock.holders++);
        return held;
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      FolderLock taken = new FolderLock(file, channel, lock);
      HELD.put(file, taken);
      return Optional.of(taken);
    }
  }

  /// Who holds the lock, as far as the file tells.
  public static String holder(Path file) throws IOException {
    String text = Files.isReadable(file) ? Files.readString(file).strip() : "";
    return text.isEmpty() ? "another process" : text;
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (--holders == 0) {
        HELD.remove(file);
        lock.release();
        channel.close();
      }
    }
  }
}
