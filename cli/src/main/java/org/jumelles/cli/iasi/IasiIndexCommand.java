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
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jumelles.iasi.detection.Background;
import org.jumelles.iasi.detection.BtDifference;
import org.jumelles.iasi.detection.FalseAlarms;
import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.iasi.spectrum.ScanLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "index",
    description = "One index of all pixels: how much they look like a plume.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi index granule.nat --kind so2",
      "  jumelles iasi index granule.nat --kind hri --basis pcc --json",
      "  jumelles iasi index granule.nat --kind hri --basis pcc --target nh3.csv --pixels --json",
      "",
      "so2 is BT(1407.25, 1408.75) - BT(1371.50, 1371.75) in K. hri is the hyperspectral",
      "range index of a target, with the covariance of the basis; without --target the",
      "target is a parametric plume. On plume-free spectra its spread is not 1: judge a",
      "threshold by the rate that is told."
    })
final class IasiIndexCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BasisOption basis = new BasisOption();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  /// Which index.
  enum Kind {
    SO2,
    HRI
  }

  @Option(names = "--kind", required = true, paramLabel = "KIND", description = "so2 or hri.")
  private Kind kind = Kind.SO2;

  @Option(
      names = "--target",
      paramLabel = "CSV",
      description = "Wavenumber in cm-1 and change of radiance, a row each 0.25 cm-1.")
  private @Nullable Path target;

  @Option(
      names = "--plume",
      defaultValue = "so2",
      paramLabel = "P",
      description = "Without --target: so2, dust or ash. (so2)")
  private PlumeKind plume = PlumeKind.SO2;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Whose rate is told. (1.5 K for so2, 4 for hri)")
  private @Nullable Double threshold;

  @Option(names = "--pixels", description = "In JSON, a row for each pixel too.")
  private boolean pixels;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private double[] values = new double[0];
  private int count;

  @Override
  public Integer call() throws IOException {
    Function<ScanLine, double[]> index = index();
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          values = new double[spectra.granule().lineCount() * ScanLine.PIXELS];
          spectra.eachLine(line -> take(line, index.apply(line)));
          Map<String, Object> document = document();
          answer.give(document, () -> text(document));
          return spectra.tell(answer);
        });
  }

  private Function<ScanLine, double[]> index() throws IOException {
    if (kind == Kind.SO2) {
      return BtDifference.SO2::of;
    }
    PlumeIndex index =
        target == null ? PlumeIndex.of(basis.need(), plume) : PlumeIndex.of(basis.need(), target);
    return index::of;
  }

  private void take(ScanLine line, double[] index) {
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        continue;
      }
      values[count++] = index[pixel];
      if (pixels) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line.number());
        row.put("efov", pixel / ScanLine.PIXELS_PER_VIEW);
        row.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
        row.put("longitude_deg", line.geometry().longitudeDeg()[pixel]);
        row.put("latitude_deg", line.geometry().latitudeDeg()[pixel]);
        row.put("index", index[pixel]);
        rows.add(row);
      }
    }
  }

  private Map<String, Object> document() {
    double[] known =
        Arrays.stream(values, 0, count).filter(value -> !Double.isNaN(value)).toArray();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("kind", kind.name().toLowerCase(Locale.ROOT));
    document.put("unit", kind == Kind.SO2 ? "K" : "1");
    document.put("spectra", count);
    document.put("undefined", count - known.length);
    if (known.length > 1) {
      double mean = Arrays.stream(known).sum() / known.length;
      double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
      Background ordinary = Background.of(known);
      document.put("mean", mean);
      document.put("sigma", Math.sqrt(squares / (known.length - 1)));
      document.put("min", Arrays.stream(known).min().orElseThrow());
      document.put("max", Arrays.stream(known).max().orElseThrow());
      document.put("median", ordinary.centre());
      document.put("robust_sigma", ordinary.spread());
      double limit = threshold != null ? threshold : kind == Kind.SO2 ? 1.5 : 4;
      FalseAlarms alarms = FalseAlarms.of(known, limit);
      document.put("threshold", limit);
      document.put("at_or_above", alarms.alarms());
      document.put("rate", alarms.rate());
      document.put("rate_upper_95", alarms.upperBound(0.95));
    }
    if (pixels) {
      document.put("pixels", rows);
    }
    return document;
  }

  private void text(Map<String, Object> document) {
    document.forEach(
        (name, value) -> {
          if (!(value instanceof List<?>)) {
            answer.out().println(String.format(Locale.ROOT, "%-14s %s", name, value));
          }
        });
  }
}
