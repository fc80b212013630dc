package org.jumelles.archive;

/// Hears how far a long work is; may be called from several threads.
@FunctionalInterface
public interface Progress {
  Progress NONE = (_, _, _) -> {};

  /// @param done objects so far
  /// @param all objects in all
  /// @param bytes read so far
  void at(long done, long all, long bytes);
}
