package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.EpsGranule;
import org.jumelles.iasi.spectrum.Header;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    description = "What a file of Level 1C spectra holds: lines, spectra, integers, flags.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi info granule.nat",
      "  jumelles iasi info granule.nat --json",
      "",
      "The container is told by its content. Lines that cannot be read are told and",
      "left out of the sums (exit code 3)."
    })
final class IasiInfoCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  private int lines;
  private long spectra;
  private long sum;
  private int least = Integer.MAX_VALUE;
  private int greatest = Integer.MIN_VALUE;
  private final long[] badByBand = new long[3];
  private long withoutBandFlags;
  private final Map<String, Long> detailed = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    return SpectraFile.with(
        file,
        answer,
        spectraFile -> {
          spectraFile.eachLine(this::take);
          Map<String, Object> document = document(spectraFile);
          answer.give(document, () -> document.forEach(this::print));
          return spectraFile.tell(answer);
        });
  }

  private void take(ScanLine line) {
    lines++;
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (line.present()[pixel]) {
        spectra++;
        add(line.counts(), ScanLine.at(pixel), ScanLine.at(pixel + 1));
        judge(line.quality(), pixel);
      }
    }
  }

  private void add(short[] counts, int from, int to) {
    for (int i = from; i < to; i++) {
      sum += counts[i];
      least = Math.min(least, counts[i]);
      greatest = Math.max(greatest, counts[i]);
    }
  }

  private void judge(Quality quality, int pixel) {
    for (int band = 1; band <= 3; band++) {
      badByBand[band - 1] += quality.bad(pixel, band) ? 1 : 0;
    }
    withoutBandFlags += quality.bandFlags()[pixel * 3] < 0 ? 1 : 0;
    int word = quality.detailed()[pixel];
    String text = word < 0 ? "none" : String.format(Locale.ROOT, "0x%04x", word);
    detailed.merge(text, 1L, Long::sum);
  }

  private Map<String, Object> document(SpectraFile spectraFile) {
    Header header = spectraFile.granule().header();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("format", header.format());
    document.put("format_version", header.formatVersion());
    document.put("platform", header.platform());
    document.put("start", Utc.text(header.sensing().start()));
    document.put("end", Utc.text(header.sensing().end()));
    document.put("orbit", header.orbit().isPresent() ? header.orbit().getAsInt() : "not known");
    document.put("lines", lines);
    document.put("lines_refused", spectraFile.refusedLines());
    if (spectraFile.granule() instanceof EpsGranule eps) {
      document.put("dummy_records", eps.dummyRecords());
    }
    document.put("spectra", spectra);
    document.put("channels", Channels.COUNT);
    if (spectra > 0) {
      document.put("integer_sum", sum);
      document.put("integer_min", least);
      document.put("integer_max", greatest);
    }
    document.put("quality", quality());
    document.put("defects", spectraFile.defects().stream().map(Defect::sentence).toList());
    return document;
  }

  private Map<String, Object> quality() {
    Map<String, Object> quality = new LinkedHashMap<>();
    quality.put("bad_band_1", badByBand[0]);
    quality.put("bad_band_2", badByBand[1]);
    quality.put("bad_band_3", badByBand[2]);
    quality.put("without_band_flags", withoutBandFlags);
    quality.put("detailed_words", detailed);
    return quality;
  }

  private void print(String name, Object value) {
    if (!(value instanceof List<?>)) {
      answer.out().println(String.format(Locale.ROOT, "%-16s %s", name, value));
    }
  }
}
