package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.util.Map;

/// What is made of a cube block by block: alone by a command of its own, or after another in a
/// chain, with the same numbers.
interface CubeWork extends AutoCloseable {
  /// What is counted over blocks.
  @FunctionalInterface
  interface Counting {
    void count() throws IOException;
  }

  /// Makes and writes what belongs to a block; by any thread, in any order.
  ///
  /// @return to be run in the order of the blocks, by one thread
  Counting of(CubeScan.Block block) throws IOException;

  /// Puts the files in their place.
  void finish() throws IOException;

  /// Whether it could be made of each spectrum that has its numbers, and of one at least.
  default boolean isWhole() {
    return true;
  }

  /// The answer for scripts.
  Map<String, Object> document();

  /// The answer for people.
  void say();

  @Override
  void close() throws IOException;

  /// Makes it of all blocks.
  default void run(CubeScan scan) throws IOException {
    scan.each(this::of, (first, count, counting) -> counting.count());
    finish();
  }
}
