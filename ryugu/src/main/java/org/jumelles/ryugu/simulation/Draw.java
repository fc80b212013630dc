package org.jumelles.ryugu.simulation;

import java.util.SplittableRandom;

/// Independent streams of chance from one seed, by purpose and by index: any pixel can be made
/// alone, in any order and by any thread, and is the same.
final class Draw {
  private Draw() {}

  static SplittableRandom of(long seed, int purpose, long index) {
    return new SplittableRandom(mix(mix(seed * 31 + purpose) + index));
  }

  /// The finaliser of SplitMix64: neighbours become strangers.
  private static long mix(long z) {
    long a = (z + 0x9E3779B97F4A7C15L) ^ (z >>> 30);
    a *= 0xBF58476D1CE4E5B9L;
    a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return a ^ (a >>> 31);
  }

  static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
