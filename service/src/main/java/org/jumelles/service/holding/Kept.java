package org.jumelles.service.holding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;

/// A sum over all of an archive, made again when a product came in since. What takes long is made
/// seldom and beside the answers: between two times of making it lie twenty times as long as it
/// took, and who asks meanwhile has the last one.
public final class Kept<T> {
  private static final int REST = 20;

  /// A page does not wait longer for what has to be counted.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration HOWEVER_LONG = Duration.ofDays(1);

  /// What is made within this is made whenever it may have changed.
  private static final long SHORT_NANOS = 50_000_000;

  private final Archive archive;
  private final Supplier<T> making;
  private volatile @Nullable Sum<T> last;
  private @Nullable CompletableFuture<T> inMaking;

  private record Sum<T>(T value, long number, long madeNanos, long tookNanos) {
    boolean isLong() {
      return tookNanos > SHORT_NANOS;
    }

    boolean isResting() {
      return isLong() && System.nanoTime() - madeNanos < REST * tookNanos;
    }
  }

  public Kept(Archive archive, Supplier<T> making) {
    this.archive = archive;
    this.making = making;
  }

  /// The sum, however long it takes to make for the first time.
  public T get() {
    return within(HOWEVER_LONG).orElseThrow();
  }

  /// The sum, or nothing where a page would have to wait too long for it.
  public Optional<T> soon() {
    return within(PATIENCE);
  }

  /// The sum, or nothing where it was never made and cannot be made so soon; it goes on being made.
  public Optional<T> within(Duration patience) {
    long ends = System.nanoTime() + patience.toNanos();
    // The first may have been begun before what the asker knows of came in; the second was not.
    for (int times = 0; times < 2; times++) {
      Sum<T> sum = last;
      if (sum != null && (sum.isResting() || sum.number == archive.listing().lastNumber())) {
        return Optional.of(sum.value);
      }
      CompletableFuture<T> made = making();
      if (sum != null && sum.isLong()) {
        return Optional.of(sum.value);
      }
      await(made, Math.max(0, ends - System.nanoTime()));
    }
    return Optional.ofNullable(last).map(Sum::value);
  }

  private static void await(CompletableFuture<?> made, long nanos) {
    try {
      made.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // It is still in the making.
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  /// What is in the making, begun where nothing is.
  private synchronized CompletableFuture<T> making() {
    CompletableFuture<T> begun = inMaking;
    if (begun != null && !begun.isDone()) {
      return begun;
    }
    CompletableFuture<T> fresh = new CompletableFuture<>();
    inMaking = fresh;
    Thread.ofPlatform().daemon().name("counting").start(() -> make(fresh));
    return fresh;
  }

  /// Asks first for the number, so that what comes in meanwhile makes the sum old.
  private void make(CompletableFuture<T> fresh) {
    try {
      long number = archive.listing().lastNumber();
      long began = System.nanoTime();
      T value = making.get();
      long now = System.nanoTime();
      last = new Sum<>(value, number, now, now - began);
      fresh.complete(value);
    } catch (RuntimeException | Error e) {
      fresh.completeExceptionally(e);
    }
  }
}
