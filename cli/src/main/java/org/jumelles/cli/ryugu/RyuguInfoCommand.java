package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Container;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.cube.Tables;
import org.jumelles.ryugu.library.SpectralLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    description = "What an image cube or a spectral library holds.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu info scene.hdr",
      "  jumelles ryugu info scene.img --json",
      "",
      "The container is told by content; of an ENVI pair name either file. Numbers are",
      "after the file's scale; those that the file calls no data are counted, and are in",
      "no sum. Exit code 3 where the file is refused, or something in it is doubtful."
    })
final class RyuguInfoCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "FILE", description = "A cube, its header or its label.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Optional<Tables> tables = Tables.open(file);
    if (tables.isPresent() && tables.get().onlyTables()) {
      return tables(tables.get());
    }
    try (Cube cube = open(file)) {
      Map<String, Object> document = document(cube, statistics(cube));
      List<Defect> defects = cube.container().defects();
      defects.forEach(defect -> answer.say("jumelles: doubtful: " + defect.sentence()));
      answer.give(document, () -> text(document));
      return defects.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  /// A cube, or a library of spectra that is no image.
  static Cube open(Path file) throws IOException {
    return Cubes.isCube(file) ? Cubes.open(file) : SpectralLibraries.read(file).cube();
  }

  /// Of the whole cube; the same to the last bit on any number of processors.
  private Statistics statistics(Cube cube) throws IOException {
    Statistics[] all = {Statistics.NONE};
    new CubeScan(cube, answer)
        .each(
            block -> Statistics.of(block.spectra(), block.spectra().length),
            (first, count, part) -> all[0] = all[0].and(part));
    return all[0];
  }

  private int tables(Tables product) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Tables.Table table : product.tables()) {
      List<Map<String, Object>> fields = new ArrayList<>();
      for (Tables.Field field : table.fields()) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", field.name());
        told.put("type", field.dataType());
        field.unit().ifPresent(unit -> told.put("unit", unit));
        field
            .numbers()
            .ifPresent(
                numbers -> {
                  told.put("min", numbers.min());
                  told.put("max", numbers.max());
                  told.put("mean", numbers.mean());
                  told.put("no_data", numbers.noData());
                });
        fields.add(told);
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("file", table.file());
      row.put("name", table.name());
      row.put("records", table.records());
      row.put("fields", fields);
      rows.add(row);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("format", product.format());
    document.put("tables", rows);
    document.put("defects", product.defects().stream().map(Defect::sentence).toList());
    product.defects().forEach(d -> answer.say("jumelles: doubtful: " + d.sentence()));
    answer.give(document, () -> rows.forEach(row -> answer.out().println(row)));
    return product.defects().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private Map<String, Object> document(Cube cube, Statistics all) {
    Container container = cube.container();
    Axis axis = cube.axis();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("format", container.format());
    document.put("lines", cube.lines());
    document.put("samples", cube.samples());
    document.put("bands", cube.bands());
    document.put("type", container.type().word());
    document.put("interleave", container.interleave().word());
    document.put("axis_unit", axis.unit().word());
    document.put("axis_first", axis.values()[0]);
    document.put("axis_last", axis.values()[axis.bands() - 1]);
    document.put("bad_bands", bad(axis));
    document.put("min", all.min());
    document.put("max", all.max());
    document.put("mean", all.mean());
    document.put("sigma", all.sigma());
    document.put("sum", number(all.total()));
    document.put("values", all.count());
    document.put("no_data", all.noData());
    document.put("defects", container.defects().stream().map(Defect::sentence).toList());
    return document;
  }

  /// A whole number without a decimal point, where a double holds it exactly.
  private static Object number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53 ? (Object) (long) value : value;
  }

  private static int bad(Axis axis) {
    int bad = 0;
    for (boolean good : axis.good()) {
      bad += good ? 0 : 1;
    }
    return bad;
  }

  private void text(Map<String, Object> document) {
    document.forEach(
        (key, value) -> {
          if (!key.equals("defects")) {
            answer.out().println(String.format(Locale.ROOT, "%-12s %s", key, value));
          }
        });
  }
}
