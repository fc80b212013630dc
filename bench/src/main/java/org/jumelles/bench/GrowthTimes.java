package org.jumelles.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.kernel.bytes.Bytes;

/// What one more record, scan line and pixel of a cube cost, over decades of size: processor time
/// of one warm thread, the heap that is used afterwards, and the exponent by which time grows.
public final class GrowthTimes {
  private static final int ROUNDS = 3;
  private static final int WARM_ROUNDS = 200;
  private static final int SAMPLES_AT_LEAST = 45_000;
  private static final int PIXELS_AT_LEAST = 10;

  private GrowthTimes() {}

  /// Reads all of a file once.
  @FunctionalInterface
  private interface Reading {
    void read(Bytes bytes);
  }

  /// Makes a file of a size.
  @FunctionalInterface
  private interface Making {
    Path of(int size) throws IOException;
  }

  /// @param arguments how many decades; 3 takes some 3.5 GB of disk and of page cache
  public static void main(String[] arguments) throws IOException {
    int decades = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    System.out.println("what                size   processor ms      us each   heap MB");
    grow(
        "samples, Steim-2",
        SAMPLES_AT_LEAST,
        decades,
        size -> Fixture.file(Encoding.STEIM2, size / SAMPLES_AT_LEAST, SAMPLES_AT_LEAST),
        bytes -> new Decoding().hash(bytes));
    grow(
        "IASI scan lines",
        1,
        decades,
        GrowthTimes::lines,
        bytes -> new SpectraReading().read(bytes));
    PixelsReading pixels = new PixelsReading();
    grow("cube pixels", PIXELS_AT_LEAST, decades, pixels::write, pixels::read);
  }

  private static Path lines(int lines) throws IOException {
    Path file = Files.createTempFile("jumelles-bench", ".nat");
    SpectraReading.write(file, lines);
    return file;
  }

  private static void grow(String what, int least, int decades, Making making, Reading reading)
      throws IOException {
    double[] sizes = new double[decades + 1];
    double[] millis = new double[decades + 1];
    warm(making.of(10 * least), reading);
    int size = least;
    for (int i = 0; i <= decades; i++) {
      Path file = making.of(size);
      try (Arena arena = Arena.ofShared()) {
        Bytes bytes = Bytes.map(file, arena);
        sizes[i] = size;
        millis[i] = least(bytes, reading, (int) Math.max(1, Math.pow(10, decades - i) / 10));
      } finally {
        Files.delete(file);
      }
      System.out.printf(
          Locale.ROOT,
          "%-16s %,10d %,12.2f %,12.3f %,9d%n",
          what,
          size,
          millis[i],
          1e3 * millis[i] / size,
          heapMegabytes());
      size *= 10;
    }
    System.out.printf(Locale.ROOT, "# %s: exponent %.3f%n", what, exponent(sizes, millis));
  }

  private static void warm(Path file, Reading reading) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      Bytes bytes = Bytes.map(file, arena);
      for (int round = 0; round < WARM_ROUNDS; round++) {
        reading.read(bytes);
      }
    } finally {
      Files.delete(file);
    }
  }

  /// The least of some rounds, each of which reads a small file often enough to be timed.
  private static double least(Bytes bytes, Reading reading, int times) {
    double least = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = cpuNanos();
      for (int i = 0; i < times; i++) {
        reading.read(bytes);
      }
      least = Math.min(least, (cpuNanos() - before) * 1e-6 / times);
    }
    return least;
  }

  /// The slope of a line through the logarithms, by least squares.
  private static double exponent(double[] sizes, double[] millis) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < sizes.length; i++) {
      x += Math.log(sizes[i]) / sizes.length;
      y += Math.log(millis[i]) / sizes.length;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < sizes.length; i++) {
      above += (Math.log(sizes[i]) - x) * (Math.log(millis[i]) - y);
      below += (Math.log(sizes[i]) - x) * (Math.log(sizes[i]) - x);
    }
    return above / below;
  }

  private static long heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
