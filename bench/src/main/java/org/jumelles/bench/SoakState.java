package org.jumelles.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the process holds, over time.
final class SoakState {
  private static final int LINES = 12;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private final List<Sample> samples = new ArrayList<>();

  /// @param heapBytes after a full collection
  private record Sample(
      double seconds, long heapBytes, long descriptors, int threads, long records, long answers) {}

  void sample(double seconds, long records, long answers) throws IOException {
    System.gc();
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .map(MemoryPoolMXBean::getCollectionUsage)
            .filter(java.util.Objects::nonNull)
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    samples.add(new Sample(seconds, heap, descriptors(), threads, records, answers));
  }

  private static long descriptors() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return -1;
    }
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
  }

  /// A dozen samples, and the slopes over the second half, when all is warm.
  void print(PrintStream out) {
    out.println(
        "| minute | heap after collection MB | descriptors | threads | records | answers |");
    out.println("|---:|---:|---:|---:|---:|---:|");
    int step = Math.max(1, samples.size() / LINES);
    for (int i = step - 1; i < samples.size(); i += step) {
      Sample one = samples.get(i);
      out.printf(
          "| %.1f | %.1f | %d | %d | %d | %d |%n",
          one.seconds / 60,
          one.heapBytes / 1e6,
          one.descriptors,
          one.threads,
          one.records,
          one.answers);
    }
    List<Sample> late = samples.subList(samples.size() / 2, samples.size());
    out.printf(
        "%nSlopes over the second half, with their standard deviations: heap %s MB/min,"
            + " descriptors %s /min%n",
        slope(late, one -> one.heapBytes / 1e6), slope(late, one -> (double) one.descriptors));
  }

  private interface Quantity {
    double of(Sample sample);
  }

  /// By least squares, the deviation from the residuals.
  private static String slope(List<Sample> samples, Quantity quantity) {
    int n = samples.size();
    if (n < 3) {
      return "not known";
    }
    double meanX = samples.stream().mapToDouble(s -> s.seconds / 60).average().orElse(0);
    double meanY = samples.stream().mapToDouble(quantity::of).average().orElse(0);
    double xx = 0;
    double xy = 0;
    for (Sample one : samples) {
      double x = one.seconds / 60 - meanX;
      xx += x * x;
      xy += x * (quantity.of(one) - meanY);
    }
    double slope = xy / xx;
    double squares = 0;
    for (Sample one : samples) {
      double rest = quantity.of(one) - meanY - slope * (one.seconds / 60 - meanX);
      squares += rest * rest;
    }
    return "%+.3f +- %.3f".formatted(slope, Math.sqrt(squares / (n - 2) / xx));
  }

  static void clear(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
