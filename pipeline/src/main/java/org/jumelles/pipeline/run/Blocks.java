package org.jumelles.pipeline.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work cut into numbered blocks, done on several threads and put together in the blocks' order:
/// the same result, bit for bit, for any number of threads. No more than twice as many blocks as
/// threads are in memory at once.
public final class Blocks {
  private Blocks() {}

  /// What is made of one block; a pure function of its number.
  @FunctionalInterface
  public interface Step<T> {
    T apply(long block) throws IOException;
  }

  /// Takes what was made, one block after another, always by the caller's thread.
  @FunctionalInterface
  public interface Merge<T> {
    void accept(long block, T made) throws IOException;
  }

  /// @param count blocks, numbered from zero
  public static <T> void inOrder(long count, int threads, Step<T> step, Merge<T> merge)
      throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    if (threads == 1 || count < 2) {
      for (long block = 0; block < count; block++) {
        merge.accept(block, step.apply(block));
      }
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("blocks-", 0).factory());
    try {
      inOrder(count, 2 * threads, pool, step, merge);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> void inOrder(
      long count, int ahead, ExecutorService pool, Step<T> step, Merge<T> merge)
      throws IOException {
    Deque<Future<T>> running = new ArrayDeque<>();
    long next = 0;
    for (long block = 0; block < count; block++) {
      while (next < count && running.size() < ahead) {
        long one = next++;
        running.add(pool.submit(() -> step.apply(one)));
      }
      merge.accept(block, await(running.removeFirst()));
    }
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new AssertionError(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
