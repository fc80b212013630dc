package org.jumelles.pipeline.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Arrays that are done with, for those who need the next of that length. What is read block after
/// block then stays near the processor, and is not cleared before. Safe from several threads.
public final class SpareArrays {
  private final Queue<double[]> spare = new ConcurrentLinkedQueue<>();

  /// @return full of whatever its last holder left
  public double[] take(int length) {
    for (double[] one = spare.poll(); one != null; one = spare.poll()) {
      if (one.length == length) {
        return one;
      }
    }
    return new double[length];
  }

  /// @param array not to be touched any more by who gives it back
  public void giveBack(double[] array) {
    spare.add(array);
  }
}
