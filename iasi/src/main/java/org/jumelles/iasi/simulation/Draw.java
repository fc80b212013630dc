package org.jumelles.iasi.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Independent streams of chance from one seed: each purpose draws from its own, so that adding one
/// leaves the others as they were.
final class Draw {
  static final int TEMPERATURE = 0;
  static final int CLOUD = 1;
  static final int CLOUD_TOP = 2;
  static final int ORBIT = 3;
  static final int PLUMES = 4;
  static final int NOISE = 5;
  static final int SCORES = 6;
  static final int CARBON_MONOXIDE = 7;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Draw() {}

  static RandomGenerator of(long seed, int purpose, int index) {
    long mixed = seed + GOLDEN * (1 + purpose * 1_000_003L + index);
    return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
  }

  static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
