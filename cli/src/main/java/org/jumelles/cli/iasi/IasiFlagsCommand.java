package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jumelles.iasi.calibration.Clusters;
import org.jumelles.iasi.calibration.DetailedWord;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScanLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "flags",
    description = "What the quality flags of a file say, bit by bit, and what the imager saw.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi flags granule.nat",
      "  jumelles iasi flags granule.nat --json --all",
      "",
      "Two readings of the detailed word of EPS products are published, and they",
      "disagree; both are given by name, with the word itself. Pixels are told where",
      "something is flagged, or all of them with --all. Not known is null."
    })
final class IasiFlagsCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "FILE", description = "Level 1C spectra, EPS native or BUFR.")
  private Path file = Path.of("");

  @Option(names = "--all", description = "Every pixel, flagged or not.")
  private boolean all;

  private long spectra;
  private long missing;
  private long withoutWord;
  private long cloudKnown;
  private double cloudSum;
  private double landSum;
  private Quality.Word numbering = Quality.Word.NONE;
  private final long[] badByBand = new long[3];
  private final long[] unknownByBand = new long[3];
  private final Map<Integer, Long> bits = new TreeMap<>(Comparator.reverseOrder());
  private final List<Map<String, Object>> pixels = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    return SpectraFile.with(
        file,
        answer,
        found -> {
          found.eachLine(this::take);
          Map<String, Object> document = document(found);
          answer.give(document, () -> print(document));
          return found.tell(answer);
        });
  }

  private void take(ScanLine line) {
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        missing++;
        if (all) {
          pixels.add(told(line, pixel));
        }
        continue;
      }
      spectra++;
      boolean flagged = count(line.quality(), pixel);
      float cloud = line.imager().cloudPercent()[pixel];
      if (!Float.isNaN(cloud)) {
        cloudKnown++;
        cloudSum += cloud;
        landSum += line.imager().landPercent()[pixel];
      }
      if (flagged || all) {
        pixels.add(told(line, pixel));
      }
    }
  }

  private boolean count(Quality quality, int pixel) {
    boolean flagged = false;
    for (int band = 0; band < 3; band++) {
      int flag = quality.bandFlags()[pixel * 3 + band];
      badByBand[band] += flag == 1 ? 1 : 0;
      unknownByBand[band] += flag < 0 ? 1 : 0;
      flagged |= flag == 1;
    }
    int word = quality.detailed()[pixel];
    numbering = quality.word();
    withoutWord += word < 0 ? 1 : 0;
    for (int bit = 0; word > 0 && bit < 17; bit++) {
      if ((word & 1 << bit) != 0) {
        bits.merge(1 << bit, 1L, Long::sum);
      }
    }
    return flagged || word > 0;
  }

  private static Map<String, Object> told(ScanLine line, int pixel) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("line", line.number());
    told.put("efov", pixel / ScanLine.PIXELS_PER_VIEW);
    told.put("pixel", pixel % ScanLine.PIXELS_PER_VIEW);
    told.put("spectrum", line.present()[pixel]);
    List<Integer> bad = new ArrayList<>();
    for (int band = 1; band <= 3; band++) {
      if (line.quality().bad(pixel, band)) {
        bad.add(band);
      }
    }
    told.put("bad_bands", bad);
    int word = line.quality().detailed()[pixel];
    told.put("detailed_word", word < 0 ? "not in this container" : hex(word));
    told.put(
        "detailed",
        DetailedWord.explain(word, line.quality().word()).stream()
            .map(
                meaning ->
                    hex(meaning.mask()) + " " + meaning.meaning() + " (" + meaning.reading() + ")")
            .toList());
    told.put("cloud_percent", (double) line.imager().cloudPercent()[pixel]);
    told.put("land_percent", (double) line.imager().landPercent()[pixel]);
    Clusters clusters = Clusters.of(line.imager(), pixel);
    told.put("classes", clusters.classes());
    told.put("largest_class_share", clusters.largestShare());
    return told;
  }

  private static String hex(int word) {
    return String.format(Locale.ROOT, "0x%04x", word);
  }

  private Map<String, Object> document(SpectraFile found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("format", found.granule().header().format());
    document.put("spectra", spectra);
    document.put("pixels_without_spectrum", missing);
    for (int band = 1; band <= 3; band++) {
      Map<String, Object> flags = new LinkedHashMap<>();
      flags.put("good", spectra - badByBand[band - 1] - unknownByBand[band - 1]);
      flags.put("bad", badByBand[band - 1]);
      flags.put("not_in_container", unknownByBand[band - 1]);
      document.put("band_" + band, flags);
    }
    Map<String, Object> detailed = new LinkedHashMap<>();
    detailed.put("numbering", numbering.name());
    detailed.put("not_in_container", withoutWord);
    detailed.put("readings", readings());
    detailed.put("bits", bits.entrySet().stream().map(this::bit).toList());
    document.put("detailed", detailed);
    document.put("cloud_fraction_known", cloudKnown);
    document.put("mean_cloud_percent", cloudKnown == 0 ? Double.NaN : cloudSum / cloudKnown);
    document.put("mean_land_percent", cloudKnown == 0 ? Double.NaN : landSum / cloudKnown);
    document.put("pixels", pixels);
    return document;
  }

  private List<String> readings() {
    return switch (numbering) {
      case EPS -> List.of(DetailedWord.EPS, DetailedWord.WMO);
      case BUFR_040020 -> List.of(DetailedWord.WMO);
      case NONE -> List.of();
    };
  }

  private Map<String, Object> bit(Map.Entry<Integer, Long> entry) {
    Map<String, Object> bit = new LinkedHashMap<>();
    bit.put("mask", hex(entry.getKey()));
    bit.put("spectra", entry.getValue());
    for (DetailedWord.Meaning meaning : DetailedWord.explain(entry.getKey(), numbering)) {
      bit.put(meaning.reading(), meaning.meaning());
    }
    return bit;
  }

  private void print(Map<String, Object> document) {
    document.forEach(
        (name, value) -> {
          if (!name.equals("pixels") && !name.equals("detailed")) {
            answer.out().println(String.format(Locale.ROOT, "%-24s %s", name, value));
          }
        });
    answer
        .out()
        .println("detailed word            " + numbering + ", " + bits.size() + " bits set");
    bits.entrySet().forEach(entry -> answer.out().println("  " + bit(entry)));
    pixels.forEach(pixel -> answer.out().println("  " + pixel));
  }
}
