package org.jumelles.service.holding;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;

/// A sum over all of an archive, made again when a product came in since. What takes long is made
/// seldom: between two times of making it lie twenty times as long as it took, and who asks
/// meanwhile has the last one.
public final class Kept<T> {
  private static final int REST = 20;

  /// What is made within this is made whenever it may have changed.
  private static final long SHORT_NANOS = 50_000_000;

  private final Archive archive;
  private final Supplier<T> making;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Sum<T> last;

  private record Sum<T>(T value, long number, long madeNanos, long tookNanos) {
    boolean isResting() {
      return tookNanos > SHORT_NANOS && System.nanoTime() - madeNanos < REST * tookNanos;
    }
  }

  public Kept(Archive archive, Supplier<T> making) {
    this.archive = archive;
    this.making = making;
  }

  public T get() {
    Sum<T> sum = last;
    if (sum == null) {
      lock.lock();
    } else if (sum.isResting() || sum.number == archive.listing().lastNumber() || !lock.tryLock()) {
      return sum.value;
    }
    try {
      return made().value;
    } finally {
      lock.unlock();
    }
  }

  /// Asks first for the number, so that what comes in meanwhile makes the sum old.
  private Sum<T> made() {
    Sum<T> sum = last;
    long number = archive.listing().lastNumber();
    if (sum != null && sum.number == number) {
      return sum;
    }
    long began = System.nanoTime();
    T value = making.get();
    long now = System.nanoTime();
    Sum<T> fresh = new Sum<>(value, number, now, now - began);
    last = fresh;
    return fresh;
  }
}
