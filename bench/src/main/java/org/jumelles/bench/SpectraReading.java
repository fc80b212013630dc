package org.jumelles.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.jumelles.iasi.calibration.Calibration;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.iasi.spectrum.Header;
import org.jumelles.iasi.spectrum.Imager;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// Reads every spectrum of a file to scaled radiances on one thread; for the benchmark and for the
/// script that runs it beside CODA and ecCodes.
///
/// `SpectraReading write FILE LINES` makes an EPS product from a seed; `SpectraReading read FILE
/// ROUNDS` prints a line a round: spectra a second of processor time, spectra, sum of the integers.
public final class SpectraReading {
  private final double[] radiances = new double[Channels.COUNT];
  private long spectra;
  private long sum;

  /// A checksum that no compiler can leave out.
  public double read(Bytes bytes) {
    Granule granule = Granules.open(bytes);
    double check = 0;
    for (int i = 0; i < granule.lineCount(); i++) {
      ScanLine line = granule.line(i).found().orElseThrow();
      Calibration calibration = new Calibration(line.scale());
      for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
        calibration.radiances(line, pixel, radiances, 0);
        check += radiances[pixel];
        spectra++;
      }
    }
    return check;
  }

  private void add(Bytes bytes) {
    Granule granule = Granules.open(bytes);
    for (int i = 0; i < granule.lineCount(); i++) {
      for (short count : granule.line(i).found().orElseThrow().counts()) {
        sum += count;
      }
    }
  }

  static void write(Path file, int lines) throws IOException {
    Moment start = Utc.parse("2026-01-01T00:00:00");
    Span sensing = new Span(start, start.plusNanos(lines * 8_000_000_000L));
    Header header = new Header("made", "1", "Metop-C", sensing, OptionalInt.empty());
    ScanLine line = line(start);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      EpsL1cWriter.write(out, header, lines, Collections.nCopies(lines, line).iterator());
    }
  }

  private static ScanLine line(Moment start) {
    SplittableRandom random = new SplittableRandom(4);
    short[] counts = new short[ScanLine.PIXELS * Channels.COUNT];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) random.nextInt(-800, 9000);
    }
    Moment[] views = new Moment[ScanLine.VIEWS];
    Arrays.setAll(views, i -> start.plusNanos(i * 215_000_000L));
    boolean[] present = new boolean[ScanLine.PIXELS];
    Arrays.fill(present, true);
    double[] angles = random.doubles(ScanLine.PIXELS, 0, 60).toArray();
    return new ScanLine(
        0,
        views,
        present,
        counts,
        ScaleFactors.USUAL,
        new Geometry(angles, angles, angles, angles, angles, angles),
        new Quality(new byte[360], new int[120], Quality.Word.EPS),
        new Imager(
            new float[120], new float[120], new float[840], new float[5040], new float[5040]));
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    if (args[0].equals("write")) {
      write(file, Integer.parseInt(args[2]));
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(file, arena);
      SpectraReading sums = new SpectraReading();
      sums.add(bytes);
      for (int round = 0; round < Integer.parseInt(args[2]); round++) {
        SpectraReading reading = new SpectraReading();
        long before = cpu();
        reading.read(bytes);
        double seconds = (cpu() - before) * 1e-9;
        System.out.printf(
            Locale.ROOT, "%.0f %d %d%n", reading.spectra / seconds, reading.spectra, sums.sum);
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
