package org.jumelles.cli.serve;

import java.util.concurrent.CountDownLatch;

/// Waits until the program is told to stop.
final class Forever {
  private Forever() {}

  static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
