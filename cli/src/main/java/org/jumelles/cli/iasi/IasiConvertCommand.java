package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.formats.eps.ProductSubset;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.iasi.spectrum.EpsGranule;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Header;
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
    description = "Writes lines of a file of Level 1C spectra as EPS native or CF NetCDF-4.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi convert granule.nat -o part.nat --lines 10:20",
      "  jumelles iasi convert granule.nat -o etna.nat --box 12,35,19,40",
      "  jumelles iasi convert messages.bufr -o granule.nat",
      "  jumelles iasi convert granule.nat -o granule.nc",
      "  jumelles iasi convert granule.nat -o so2.nc --wavenumbers 1300:1420 --quantity both",
      "",
      "The end of the name tells the format, .nat or .nc. NetCDF-4 holds brightness",
      "temperature or radiance, places and flags; memory does not grow with the file.",
      "From an EPS product the records are copied byte for byte; in the main header",
      "size, counts, times and SUBSETTED_PRODUCT are corrected. Records that stand for",
      "missing lines are kept between lines that are kept. From BUFR a product of",
      "version 11 is made with what the messages tell. Lines that cannot be read are",
      "left out and told (exit code 3)."
    })
final class IasiConvertCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private LineChoice choice = new LineChoice();
  @Mixin private SwathConversion swath = new SwathConversion();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "What is written.")
  private Path out = Path.of("");

  private int written;

  @Override
  public Integer call() throws IOException {
    boolean isNetCdf = out.toString().endsWith(".nc");
    if (!isNetCdf && !out.toString().endsWith(".nat")) {
      throw new IllegalArgumentException(out + ": what is written is told by its end: .nat or .nc");
    }
    LineChoice.Limits limits = choice.limits();
    output.check(out);
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          if (isNetCdf) {
            swath.contents();
            output.writeFile(out, part -> written = swath.write(spectra, limits, file, part));
          } else {
            List<Integer> lines = lines(spectra, limits);
            output.write(out, stream -> write(spectra.granule(), lines, stream));
            written = lines.size();
          }
          String format = isNetCdf ? "NetCDF-4" : "EPS native";
          answer.give(document(format), () -> answer.out().println(sentence(format)));
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

  private static void write(Granule granule, List<Integer> lines, OutputStream stream)
      throws IOException {
    if (granule instanceof EpsGranule eps) {
      ProductSubset.write(stream, eps.product(), records(eps, lines));
    } else {
      Iterator<ScanLine> found =
          lines.stream().map(number -> granule.line(number).found().orElseThrow()).iterator();
      Header header = granule.header();
      EpsL1cWriter.write(stream, header, lines.size(), found);
    }
  }

  /// The lines' records, all that is no measurement, and the dummies between lines that are kept.
  private static List<Integer> records(EpsGranule granule, List<Integer> lines) {
    EpsProduct product = granule.product();
    boolean[] wanted = new boolean[product.count()];
    lines.forEach(line -> wanted[granule.recordOf(line)] = true);
    List<Integer> kept = new ArrayList<>();
    List<Integer> dummies = new ArrayList<>();
    boolean between = false;
    for (int i = 0; i < wanted.length; i++) {
      int recordClass = product.header(i).map(RecordHeader::recordClass).orElse(0);
      boolean dummy = product.header(i).map(RecordHeader::isDummy).orElse(false);
      if (recordClass != 0 && recordClass != RecordHeader.MDR) {
        kept.add(i);
      } else if (dummy && between) {
        dummies.add(i);
      } else if (wanted[i]) {
        kept.addAll(dummies);
        kept.add(i);
      }
      if (recordClass == 0 || (recordClass == RecordHeader.MDR && !dummy)) {
        dummies.clear();
        between = wanted[i];
      }
    }
    return kept;
  }

  private Map<String, Object> document(String format) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("format", format);
    document.put("lines", written);
    document.put("spectra", written * ScanLine.PIXELS);
    return document;
  }

  private String sentence(String format) {
    return String.format(Locale.ROOT, "%s: %s, %,d lines", out, format, written);
  }
}
