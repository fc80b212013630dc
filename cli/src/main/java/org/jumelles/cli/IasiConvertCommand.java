package org.jumelles.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = "Lines of a file of Level 1C spectra as CF NetCDF-4 or as an EPS native product.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi convert granule.nat -o granule.nc",
      "  jumelles iasi convert granule.nat -o so2.nc --wavenumbers 1300:1420 --lines 0:10",
      "  jumelles iasi convert granule.nat -o etna.nat --box 12,35,19,40",
      "  jumelles iasi convert messages.bufr -o granule.nat",
      "",
      "What is written is told by the end of its name: .nc or .nat. From an EPS product to",
      "another the records are copied byte for byte; in the main header size, counts, times",
      "and SUBSETTED_PRODUCT are corrected, and records that stand for missing lines are kept",
      "between lines that are kept. From BUFR a product of version 11 is made with what the",
      "messages tell. Lines that cannot be read are left out and told (exit code 3). Memory",
      "does not grow with the file."
    })
final class IasiConvertCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private LineChoice choice = new LineChoice();
  @Mixin private SwathOption swath = new SwathOption();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.nc|OUT.nat",
      description = "What is written.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    boolean isNetCdf = name.endsWith(".nc");
    if (!isNetCdf && !name.endsWith(".nat")) {
      throw new IllegalArgumentException(out + ": what is written is told by its end: .nc or .nat");
    }
    LineChoice.Limits limits = choice.limits();
    int channels = swath.contents().channels();
    output.check(out);
    return SpectraFile.with(
        file,
        spectra -> {
          List<Integer> lines = lines(spectra, limits);
          if (isNetCdf) {
            String source = String.valueOf(file.getFileName());
            output.writeFile(out, part -> swath.write(part, spectra.granule(), lines, source));
          } else {
            output.write(out, to -> EpsSelection.write(to, spectra.granule(), lines));
          }
          report(isNetCdf, lines.size(), channels);
          return spectra.tell(answer);
        });
  }

  /// The numbers of the lines that are wanted and can be read.
  private List<Integer> lines(SpectraFile spectra, LineChoice.Limits limits) throws IOException {
    List<Integer> lines = new ArrayList<>();
    spectra.eachLine(
        line -> {
          if (limits.wants(line)) {
            lines.add(line.number());
          }
        });
    if (lines.isEmpty()) {
      throw new MalformedDataException(
          spectra.defects().stream()
              .findFirst()
              .orElseGet(
                  () ->
                      new Defect(
                          file.toString(),
                          new Place.Whole(),
                          "lines",
                          "at least one that is asked for",
                          "none of " + spectra.granule().lineCount())));
    }
    return lines;
  }

  private void report(boolean isNetCdf, int lines, int channels) throws IOException {
    String format = isNetCdf ? "NetCDF-4" : "EPS native";
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("format", format);
    document.put("bytes", Files.size(out));
    document.put("lines", lines);
    document.put("spectra", lines * ScanLine.PIXELS);
    if (isNetCdf) {
      document.put("channels", channels);
    }
    answer.give(
        document,
        () ->
            answer
                .out()
                .println(String.format(Locale.ROOT, "%s: %s, %,d lines", out, format, lines)));
  }
}
