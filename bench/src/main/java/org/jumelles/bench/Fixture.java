package org.jumelles.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Utc;

/// What is measured on: made anew from a seed, the same in every run.
final class Fixture {
  static final double RATE_HZ = 20;
  static final SourceId ID = SourceId.of("XB", "ELYSE", "02", "BHU");
  static final Moment START = Utc.parse("2019-05-22T00:00:00");

  /// One sol at 20 samples a second.
  static final int SOL_SAMPLES = 1_775_504;

  /// Samples of the file that is decoded.
  static final int FILE_SAMPLES = 33_000_000;

  private static final long SEED = 20190522;

  private Fixture() {}

  /// Counts as a quiet seismometer gives them: differences of 4 to 15 bits, mostly 8 to 10, with
  /// the loudness of the day.
  static int[] counts(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] values = new int[count];
    double level = 0;
    for (int i = 0; i < count; i++) {
      double loudness = 60 + 55 * Math.sin(2 * Math.PI * i / SOL_SAMPLES);
      level = 0.98 * level + loudness * random.nextGaussian();
      values[i] = (int) Math.rint(level);
    }
    return values;
  }

  /// The same counts, one sol of them.
  static double[] sol() {
    return Arrays.stream(counts(SOL_SAMPLES)).asDoubleStream().toArray();
  }

  /// A new temporary file; the caller deletes it.
  static Path file(Encoding encoding, int count) throws IOException {
    Path file = Files.createTempFile("jumelles-bench", ".mseed");
    write(file, encoding, count);
    return file;
  }

  /// Records of 512 bytes, as data centres exchange them.
  static void write(Path file, Encoding encoding, int count) throws IOException {
    try (OutputStream out = open(file)) {
      write(out, START, encoding, counts(count));
    }
  }

  /// A long file, one stretch: the same counts again and again.
  static Path file(Encoding encoding, int copies, int count) throws IOException {
    Path file = Files.createTempFile("jumelles-bench", ".mseed");
    int[] counts = counts(count);
    try (OutputStream out = open(file)) {
      for (int copy = 0; copy < copies; copy++) {
        long before = (long) copy * count;
        write(out, START.plusNanos(Sampling.nanos(before, RATE_HZ)), encoding, counts);
      }
    }
    return file;
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void write(OutputStream out, Moment start, Encoding encoding, int[] counts)
      throws IOException {
    Samples samples = new Samples.Ints(counts);
    MiniSeed.write(out, ID, start, RATE_HZ, samples, WriteOptions.version2(encoding));
  }
}
