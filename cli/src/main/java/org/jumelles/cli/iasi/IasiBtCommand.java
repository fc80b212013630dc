package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bt",
    description = "Brightness temperatures of all pixels at some wavenumbers.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi bt granule.nat --wavenumbers 900,1371.5",
      "  jumelles iasi bt granule.nat --wavenumbers 900,1371.5 --csv > bt.csv",
      "",
      "Each wavenumber in cm-1 is taken at the nearest channel, whose own wavenumber is",
      "printed. Lines, views (efov, 0 to 29) and pixels (0 to 3) are counted from 0. A",
      "radiance that is not above zero has no temperature: its cell is empty in CSV."
    })
final class IasiBtCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(
      names = "--wavenumbers",
      required = true,
      split = ",",
      paramLabel = "CM-1",
      description = "645 to 2760, separated by commas.")
  private List<Double> wavenumbersPerCm = List.of();

  @Option(names = "--csv", description = "One row a pixel on standard output.")
  private boolean csv;

  private int[] channels = new int[0];
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private Statistics[] statistics = new Statistics[0];

  /// What a column of temperatures comes to.
  private static final class Statistics {
    private long count;
    private long undefined;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    void add(double temperatureK) {
      if (Double.isNaN(temperatureK)) {
        undefined++;
        return;
      }
      count++;
      sum += temperatureK;
      least = Math.min(least, temperatureK);
      greatest = Math.max(greatest, temperatureK);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (csv && answer.isJson()) {
      throw new IllegalArgumentException("--csv and --json: choose one");
    }
    channels = wavenumbersPerCm.stream().mapToInt(Channels::nearest).toArray();
    statistics = new Statistics[channels.length];
    Arrays.setAll(statistics, _ -> new Statistics());
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          if (csv) {
            answer.out().println(heading());
          }
          spectra.eachLine(this::take);
          finish();
          return spectra.tell(answer);
        });
  }

  private void take(ScanLine line) {
    double[] factors = line.scale().factors();
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        continue;
      }
      double[] temperatures = new double[channels.length];
      for (int i = 0; i < channels.length; i++) {
        int channel = channels[i];
        temperatures[i] =
            Planck.temperatureK(
                100 * Channels.wavenumberPerCm(channel),
                line.counts()[ScanLine.at(pixel) + channel - 1] * factors[channel - 1]);
        statistics[i].add(temperatures[i]);
      }
      if (csv) {
        answer.out().println(row(line, pixel, temperatures));
      } else if (answer.isJson()) {
        rows.add(document(line, pixel, temperatures));
      }
    }
  }

  private String heading() {
    StringJoiner heading = new StringJoiner(",");
    heading.add("line,efov,pixel,time,latitude_deg,longitude_deg");
    for (int channel : channels) {
      heading.add(name(channel));
    }
    return heading.toString();
  }

  private static String name(int channel) {
    return String.format(Locale.ROOT, "bt_%.2f_k", Channels.wavenumberPerCm(channel));
  }

  private static String row(ScanLine line, int pixel, double[] temperatures) {
    StringJoiner row = new StringJoiner(",");
    int view = pixel / ScanLine.PIXELS_PER_VIEW;
    row.add(Integer.toString(line.number()));
    row.add(Integer.toString(view));
    row.add(Integer.toString(pixel % ScanLine.PIXELS_PER_VIEW));
    row.add(Utc.text(line.views()[view]));
    row.add(cell("%.6f", line.geometry().latitudeDeg()[pixel]));
    row.add(cell("%.6f", line.geometry().longitudeDeg()[pixel]));
    for (double temperature : temperatures) {
      row.add(cell("%.5f", temperature));
    }
    return row.toString();
  }

  private static String cell(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private Map<String, Object> document(ScanLine line, int pixel, double[] temperatures) {
    Map<String, Object> row = new LinkedHashMap<>();
    int view = pixel / ScanLine.PIXELS_PER_VIEW;
    row.put("line", line.number());
    row.put("efov", view);
    row.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
    row.put("time", Utc.text(line.views()[view]));
    row.put("latitude_deg", line.geometry().latitudeDeg()[pixel]);
    row.put("longitude_deg", line.geometry().longitudeDeg()[pixel]);
    for (int i = 0; i < channels.length; i++) {
      row.put(name(channels[i]), temperatures[i]);
    }
    return row;
  }

  private void finish() {
    if (answer.isJson()) {
      answer.json(rows);
    } else if (!csv) {
      answer.out().println("   cm-1  channel   pixels  undefined    mean K     min K     max K");
      for (int i = 0; i < channels.length; i++) {
        Statistics column = statistics[i];
        answer
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%7.2f  %7d  %7d  %9d  %8.3f  %8.3f  %8.3f",
                    Channels.wavenumberPerCm(channels[i]),
                    channels[i],
                    column.count,
                    column.undefined,
                    column.sum / column.count,
                    column.least,
                    column.greatest));
      }
    }
  }
}
