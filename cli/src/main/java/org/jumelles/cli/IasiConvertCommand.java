package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.exchange.SwathContents;
import org.jumelles.iasi.exchange.SwathFile;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = "Spectra, geolocation and flags as CF NetCDF-4.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi convert granule.nat -o granule.nc",
      "  jumelles iasi convert granule.nat -o so2.nc --wavenumbers 1300:1420 --lines 0:10",
      "  jumelles iasi convert granule.nat -o all.nc --quantity both --exact",
      "",
      "Lines are counted from 0; a:b holds a and not b. Memory does not grow with the file."
    })
final class IasiConvertCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(names = "-o", required = true, paramLabel = "NC", description = "The NetCDF-4 file.")
  private Path out = Path.of("");

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
      description = "radiance, bt or both. (bt)")
  private Quantity quantity = Quantity.BT;

  @Option(
      names = "--wavenumbers",
      defaultValue = "645:2760",
      paramLabel = "LO:HI",
      description = "In cm-1, both included. (645:2760)")
  private String wavenumbers = "";

  @Option(names = "--lines", paramLabel = "A:B", description = "Only these lines.")
  private @Nullable String lines;

  @Option(names = "--exact", description = "Do not round temperatures to 1/256 K.")
  private boolean exact;

  private int written;

  /// Lines on their way through other threads, in order.
  private final Deque<Future<SwathFile.Encoded>> underway = new ArrayDeque<>();

  @Override
  public Integer call() throws IOException {
    if (!String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".nc")) {
      throw new IllegalArgumentException(out + ": a name that ends in .nc is wanted");
    }
    output.check(out);
    double[] range = pair(wavenumbers, "--wavenumbers");
    SwathContents contents =
        new SwathContents(
            quantity != Quantity.BT,
            quantity != Quantity.RADIANCE,
            Channels.nearest(range[0]),
            Channels.nearest(range[1]),
            exact);
    return SpectraFile.with(
        file,
        spectra -> {
          output.writeFile(out, part -> write(spectra, contents, part));
          report(contents);
          return spectra.tell(answer);
        });
  }

  private void write(SpectraFile spectra, SwathContents contents, Path part) throws IOException {
    int count = spectra.granule().lineCount();
    double[] chosen = lines == null ? new double[] {0, count} : pair(lines, "--lines");
    int from = (int) Math.clamp(chosen[0], 0, count);
    int to = (int) Math.clamp(chosen[1], 0, count);
    List<Attribute> notes = List.of(Attribute.of("source", String.valueOf(file.getFileName())));
    int threads = Runtime.getRuntime().availableProcessors();
    try (SwathFile swath =
            SwathFile.create(part, spectra.granule().header(), to - from, contents, notes);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      spectra.eachLine(
          from,
          to,
          line -> {
            underway.add(pool.submit(() -> swath.encode(line.number() - from, line)));
            drain(swath, threads);
          });
      drain(swath, 0);
    }
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

  private void report(SwathContents contents) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("bytes", Files.size(out));
    document.put("lines", written);
    document.put("spectra", written * ScanLine.PIXELS);
    document.put("channels", contents.channels());
    answer.give(
        document,
        () -> document.forEach((name, value) -> answer.out().println(name + " " + value)));
  }
}
