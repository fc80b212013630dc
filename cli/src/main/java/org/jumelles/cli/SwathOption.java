package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.exchange.SwathContents;
import org.jumelles.iasi.exchange.SwathFile;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.ScanLine;
import picocli.CommandLine.Option;

/// What of the spectra goes into a NetCDF-4 file, and its writing on all cores, in order.
final class SwathOption {
  /// What is written.
  enum Quantity {
    RADIANCE,
    BT,
    BOTH
  }

  @Option(
      names = "--quantity",
      defaultValue = "bt",
      paramLabel = "Q",
      description = "NetCDF: radiance, bt or both. (bt)")
  private Quantity quantity = Quantity.BT;

  @Option(
      names = "--wavenumbers",
      defaultValue = "645:2760",
      paramLabel = "LO:HI",
      description = "NetCDF: in cm-1, both included. (645:2760)")
  private String wavenumbers = "";

  @Option(names = "--exact", description = "NetCDF: do not round temperatures to 1/256 K.")
  private boolean exact;

  /// Lines on their way through other threads, in order.
  private final Deque<Future<SwathFile.Encoded>> underway = new ArrayDeque<>();

  /// @throws IllegalArgumentException for an option that cannot be read
  SwathContents contents() {
    double[] range = pair(wavenumbers, "--wavenumbers");
    return new SwathContents(
        quantity != Quantity.BT,
        quantity != Quantity.RADIANCE,
        Channels.nearest(range[0]),
        Channels.nearest(range[1]),
        exact);
  }

  /// @param lines by number, each of which can be read
  void write(Path part, Granule granule, List<Integer> lines, String source) throws IOException {
    List<Attribute> notes = List.of(Attribute.of("source", source));
    int threads = Runtime.getRuntime().availableProcessors();
    try (SwathFile swath =
            SwathFile.create(part, granule.header(), lines.size(), contents(), notes);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < lines.size(); i++) {
        int at = i;
        ScanLine line = granule.line(lines.get(i)).found().orElseThrow();
        underway.add(pool.submit(() -> swath.encode(at, line)));
        drain(swath, threads);
      }
      drain(swath, 0);
    }
  }

  /// Appends finished lines in order until no more than `most` are left.
  private void drain(SwathFile swath, int most) throws IOException {
    while (underway.size() > most) {
      try {
        swath.append(underway.remove().get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static double[] pair(String text, String option) {
    String[] ends = text.split(":", -1);
    try {
      double[] pair = {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
      if (pair[0] <= pair[1]) {
        return pair;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // Told below.
    }
    throw new IllegalArgumentException(option + " " + text + ": wanted low:high");
  }
}
