package org.jumelles.cli.iasi;

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
import picocli.CommandLine.Option;

/// How spectra become NetCDF-4: lines are encoded by all processors and appended in order.
final class SwathConversion {
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
      description = "NetCDF-4: radiance, bt or both. (bt)")
  private Quantity quantity = Quantity.BT;

  @Option(
      names = "--wavenumbers",
      defaultValue = "645:2760",
      paramLabel = "LO:HI",
      description = "NetCDF-4: in cm-1, both included. (645:2760)")
  private String wavenumbers = "";

  @Option(names = "--exact", description = "NetCDF-4: temperatures not rounded to 1/256 K.")
  private boolean exact;

  /// Lines on their way through other threads, in order.
  private final Deque<Future<SwathFile.Encoded>> underway = new ArrayDeque<>();

  private int written;

  SwathContents contents() {
    double[] range = range();
    return new SwathContents(
        quantity != Quantity.BT,
        quantity != Quantity.RADIANCE,
        Channels.nearest(range[0]),
        Channels.nearest(range[1]),
        exact);
  }

  /// @return how many lines were written; one that cannot be read stays undefined in its place
  int write(SpectraFile spectra, LineChoice.Limits limits, Path source, Path out)
      throws IOException {
    int from = Math.min(limits.from(), spectra.granule().lineCount());
    int to = Math.min(limits.to(), spectra.granule().lineCount());
    int places = limits.looksInside() ? count(spectra.granule(), limits, from, to) : to - from;
    List<Attribute> notes = List.of(Attribute.of("source", String.valueOf(source.getFileName())));
    int threads = Runtime.getRuntime().availableProcessors();
    try (SwathFile swath =
            SwathFile.create(out, spectra.granule().header(), places, contents(), notes);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      int[] place = {0};
      spectra.eachLine(
          from,
          to,
          line -> {
            if (limits.wants(line)) {
              int at = limits.looksInside() ? place[0]++ : line.number() - from;
              underway.add(pool.submit(() -> swath.encode(at, line)));
              drain(swath, threads);
            }
          });
      drain(swath, 0);
    }
    return written;
  }

  private static int count(Granule granule, LineChoice.Limits limits, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += granule.line(i).found().filter(limits::wants).isPresent() ? 1 : 0;
    }
    return count;
  }

  /// Appends finished lines in order until no more than `most` are left.
  private void drain(SwathFile swath, int most) throws IOException {
    while (underway.size() > most) {
      try {
        swath.append(underway.remove().get());
        written++;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private double[] range() {
    String[] ends = wavenumbers.split(":", -1);
    try {
      double[] pair = {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
      if (pair[0] <= pair[1] && ends.length == 2) {
        return pair;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // Told below.
    }
    throw new IllegalArgumentException("--wavenumbers " + wavenumbers + ": wanted low:high");
  }
}
