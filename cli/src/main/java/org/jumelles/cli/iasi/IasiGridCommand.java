package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.figure.chart.Figure;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.level3.CellGrid;
import org.jumelles.iasi.level3.ColumnGrids;
import org.jumelles.iasi.level3.DailyGrids;
import org.jumelles.iasi.level3.GridFile;
import org.jumelles.iasi.level3.GridMap;
import org.jumelles.iasi.level3.Measures;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.iasi.validation.ColumnSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "grid",
    description = "Daily grids, before and after local noon: count, mean and spread.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi grid granule.nat -o day.nc",
      "  jumelles iasi grid *.nat -o day.nc --step 0.25 --bt 900,1371.5 --footprint",
      "  jumelles iasi grid *.nat -o day.nc --maps maps",
      "  jumelles iasi grid co.nc -o co-day.nc --maps maps",
      "",
      "Of columns (`iasi retrieve -o`): good ones, weighted by 1 / sigma^2, with count and sigma.",
      "Of spectra: brightness temperatures at --bt, and the SO2 index. Pixels with a bad band of that",
      "channel are left out and counted. A cell holds what lies in [lo, hi)."
    })
final class IasiGridCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Level 1C spectra, or Level 2 columns.")
  private List<Path> files = List.of();

  @Option(names = "-o", required = true, paramLabel = "NC", description = "The NetCDF-4 file.")
  private Path out = Path.of("");

  @Option(
      names = "--step",
      defaultValue = "1",
      paramLabel = "DEG",
      description = "Size of a cell, 0.05 to 30 degrees. (1)")
  private double stepDeg;

  @Option(
      names = "--bt",
      split = ",",
      defaultValue = "900",
      paramLabel = "CM-1",
      description = "Wavenumbers of brightness temperatures. (900)")
  private List<Double> wavenumbersPerCm = List.of();

  @Option(
      names = "--footprint",
      description = "Share each footprint among the cells that it covers, by area.")
  private boolean footprint;

  @Option(
      names = "--cloud",
      defaultValue = "100",
      paramLabel = "PERCENT",
      description = "Leave out pixels that the imager sees cloudier. (100)")
  private double mostCloudPercent;

  @Option(
      names = "--maps",
      paramLabel = "DIR",
      description = "A PNG map here for each day, half and quantity.")
  private @Nullable Path maps;

  private long flagged;
  private long cloudy;

  @Override
  public Integer call() throws IOException {
    output.check(out);
    if (ColumnFiles.isColumns(files.getFirst())) {
      return columns();
    }
    Measures measures = Measures.of(wavenumbersPerCm);
    DailyGrids grids = new DailyGrids(new CellGrid(stepDeg), footprint, measures.quantities());
    int code = ExitCode.OK;
    for (Path file : files) {
      int told =
          SpectraFile.with(
              file,
              answer,
              spectra -> {
                spectra.eachLine(line -> take(line, measures, grids));
                return spectra.tell(answer);
              });
      code = Math.max(code, told);
    }
    String names = names();
    output.writeFile(
        out, path -> GridFile.write(grids, path, List.of(Attribute.of("source", names))));
    report(grids, maps(grids, names));
    return code;
  }

  /// Level 2: the good columns of products that `iasi retrieve -o` or the archive wrote.
  private int columns() throws IOException {
    if (footprint) {
      throw new IllegalArgumentException("--footprint is for spectra, not for columns");
    }
    String gas = ColumnFiles.read(files.getFirst()).gas();
    DailyGrids grids = ColumnGrids.of(gas, new CellGrid(stepDeg));
    for (Path file : files) {
      ColumnSet set = ColumnFiles.read(file);
      if (!set.gas().equals(gas)) {
        throw new IllegalArgumentException(file + " holds " + set.gas() + ", not " + gas);
      }
      flagged += ColumnGrids.take(set, "", grids).left();
    }
    String names = names();
    output.writeFile(
        out, path -> GridFile.write(grids, path, List.of(Attribute.of("source", names))));
    report(grids, maps(grids, names));
    return ExitCode.OK;
  }

  private String names() {
    return String.join(" ", files.stream().map(f -> String.valueOf(f.getFileName())).toList());
  }

  private void take(ScanLine line, Measures measures, DailyGrids grids) {
    double[][] values = measures.of(line);
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        continue;
      }
      if (line.imager().cloudPercent()[pixel] > mostCloudPercent) {
        cloudy++;
        continue;
      }
      flagged += Arrays.stream(values[pixel]).anyMatch(Double::isNaN) ? 1 : 0;
      grids.add(line, pixel, values[pixel]);
    }
  }

  private List<String> maps(DailyGrids grids, String names) throws IOException {
    List<String> written = new ArrayList<>();
    if (maps == null) {
      return written;
    }
    for (long day : grids.days()) {
      for (DailyGrids.Half half : DailyGrids.Half.values()) {
        for (int q = 0; q < grids.quantities().size(); q++) {
          String date = LocalDate.of(2000, 1, 1).plusDays(day).toString();
          String quantity = grids.quantities().get(q).name();
          String name = quantity + "_" + date + "_" + half.name().toLowerCase(Locale.ROOT) + ".png";
          Figure figure = GridMap.of(grids, day, half, q, "Source: " + names + ".");
          output.write(maps.resolve(name), figure::writePng);
          written.add(name);
        }
      }
    }
    return written;
  }

  private void report(DailyGrids grids, List<String> mapNames) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("days", grids.days().size());
    document.put("rows", grids.grid().rows());
    document.put("columns", grids.grid().columns());
    document.put("pixels", grids.taken());
    document.put("pixels_without_place", grids.outside());
    document.put("pixels_too_cloudy", cloudy);
    document.put("pixels_with_an_undefined_or_flagged_value", flagged);
    document.put("maps", mapNames);
    document.put("variables", grids.quantities().stream().map(q -> q.name()).toList());
    answer.give(
        document,
        () -> document.forEach((name, value) -> answer.out().println(name + " " + value)));
  }
}
