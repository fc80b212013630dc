package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.iasi.calibration.Calibration;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "spectrum",
    description = "One spectrum: radiance or brightness temperature by wavenumber.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi spectrum granule.nat --line 0 --efov 14 --pixel 2 --quantity bt --csv",
      "",
      "Lines, views (efov, 0 to 29) and pixels (0 to 3) are counted from 0. Radiance is",
      "in W m-2 sr-1 (m-1)-1; times 1e5 it is in mW m-2 sr-1 (cm-1)-1. A radiance that",
      "is not above zero has no temperature: its cell is empty in CSV, null in JSON."
    })
final class IasiSpectrumCommand implements Callable<Integer> {
  /// What is printed beside the wavenumber.
  enum Quantity {
    radiance,
    bt
  }

  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(names = "--line", paramLabel = "L", defaultValue = "0", description = "From 0.")
  private int line;

  @Option(names = "--efov", paramLabel = "E", required = true, description = "0 to 29.")
  private int efov;

  @Option(names = "--pixel", paramLabel = "P", required = true, description = "0 to 3.")
  private int pixel;

  @Option(
      names = "--quantity",
      paramLabel = "NAME",
      defaultValue = "radiance",
      description = "radiance or bt.")
  private Quantity quantity = Quantity.radiance;

  @Option(names = "--csv", description = "One row a channel on standard output.")
  private boolean csv;

  @Override
  public Integer call() throws IOException {
    if (efov < 0 || efov >= ScanLine.VIEWS || pixel < 0 || pixel >= ScanLine.PIXELS_PER_VIEW) {
      throw new IllegalArgumentException("--efov is 0 to 29 and --pixel 0 to 3");
    }
    return SpectraFile.with(file, answer, this::print);
  }

  private int print(SpectraFile spectra) {
    int lines = spectra.granule().lineCount();
    if (line < 0 || line >= lines) {
      throw new IllegalArgumentException("--line is 0 to " + (lines - 1) + " in " + file);
    }
    Outcome<ScanLine> outcome = spectra.granule().line(line);
    InputFile.tell(outcome.defects(), outcome.defects().size(), answer);
    if (outcome.found().isEmpty()) {
      return ExitCode.REFUSED;
    }
    ScanLine found = outcome.found().get();
    int index = efov * ScanLine.PIXELS_PER_VIEW + pixel;
    if (!found.present()[index]) {
      throw new MalformedDataException(
          new Defect(
              file.toString(),
              new Place.Path("line " + line + ", efov " + efov + ", pixel " + pixel),
              "spectrum",
              "8461 channels",
              "this pixel has none"));
    }
    double[] values = values(found, index);
    if (csv) {
      print(values);
    } else {
      Map<String, Object> document = document(found, index, values);
      answer.give(document, () -> summary(document, values));
    }
    return outcome.defects().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private double[] values(ScanLine found, int index) {
    Calibration calibration = new Calibration(found.scale());
    double[] values = new double[Channels.COUNT];
    switch (quantity) {
      case radiance -> calibration.radiances(found, index, values, 0);
      case bt -> calibration.temperaturesK(found, index, values, 0);
    }
    return values;
  }

  private String unit() {
    return quantity == Quantity.bt ? "K" : "W m-2 sr-1 (m-1)-1";
  }

  private void print(double[] values) {
    String name =
        quantity == Quantity.bt ? "brightness_temperature_k" : "radiance_w_m-2_sr-1_per_m-1";
    answer.out().println("channel,wavenumber_per_cm," + name);
    for (int i = 0; i < values.length; i++) {
      String cell =
          Double.isNaN(values[i])
              ? ""
              : quantity == Quantity.bt
                  ? String.format(Locale.ROOT, "%.5f", values[i])
                  : String.format(Locale.ROOT, "%.6e", values[i]);
      double wavenumber = Channels.wavenumberPerCm(i + 1);
      answer.out().println(String.format(Locale.ROOT, "%d,%.2f,%s", i + 1, wavenumber, cell));
    }
  }

  private Map<String, Object> document(ScanLine found, int index, double[] values) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("line", line);
    document.put("efov", efov);
    document.put("pixel", pixel);
    document.put("time", Utc.text(found.views()[efov]));
    document.put("latitude_deg", found.geometry().latitudeDeg()[index]);
    document.put("longitude_deg", found.geometry().longitudeDeg()[index]);
    document.put("satellite_zenith_deg", found.geometry().satelliteZenithDeg()[index]);
    document.put("solar_zenith_deg", found.geometry().solarZenithDeg()[index]);
    document.put("quantity", quantity.name());
    document.put("unit", unit());
    document.put("first_wavenumber_per_cm", Channels.FIRST_PER_CM);
    document.put("step_per_cm", Channels.STEP_PER_CM);
    document.put("values", Arrays.stream(values).boxed().toList());
    return document;
  }

  private void summary(Map<String, Object> document, double[] values) {
    document.forEach(
        (name, value) -> {
          if (!name.equals("values")) {
            answer.out().println(String.format(Locale.ROOT, "%-24s %s", name, value));
          }
        });
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%-24s %d channels, %.6g to %.6g; --csv prints them",
                "values",
                known.length,
                Arrays.stream(known).min().orElse(Double.NaN),
                Arrays.stream(known).max().orElse(Double.NaN)));
  }
}
