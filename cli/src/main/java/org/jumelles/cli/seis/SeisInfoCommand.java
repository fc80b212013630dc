package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.miniseed.MiniSeedSummary;
import org.jumelles.formats.miniseed.MiniSeedSummary.Series;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    description = "What miniSEED files hold: sources, spans, gaps, samples.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis info day.mseed",
      "  jumelles seis info *.mseed --hash --json    fnv1a64 compares two files",
      "",
      "A file that is no miniSEED is refused; the others go on. Good records before",
      "and after a defect are counted. Exit code 3 where a file, or a part of one, was",
      "refused or is doubtful. start and end are those of the first and the last record",
      "in the order of the file."
    })
final class SeisInfoCommand implements Callable<Integer> {
  private static final String ROW = "%-26s %1s %-8s %6s %9s %12s %10s  %-27s  %-27s %5s%s";

  @Mixin private Answer answer = new Answer();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED 2 or 3.")
  private List<Path> files = List.of();

  @Option(
      names = "--hash",
      description = "FNV-1a (64 bit) of the samples as little-endian bytes, by source.")
  private boolean hash;

  private long samples;
  private final List<Map<String, Object>> series = new ArrayList<>();
  private final List<Map<String, Object>> refused = new ArrayList<>();
  private final List<Map<String, Object>> defects = new ArrayList<>();

  @Override
  public Integer call() {
    for (Path file : files) {
      MiniSeedSummary summary;
      try (Arena arena = Arena.ofConfined()) {
        summary = MiniSeedSummary.of(InputFile.map(file, arena));
      } catch (IOException e) {
        refuse(file, unreadable(file, e));
        continue;
      } catch (IllegalArgumentException e) {
        refuse(file, unreadable(file, e));
        continue;
      }
      take(file, summary);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("series", series);
    document.put("refused", refused);
    document.put("defects", defects);
    answer.give(document, this::total);
    return refused.isEmpty() && defects.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private void take(Path file, MiniSeedSummary summary) {
    if (summary.series().isEmpty() && !summary.defects().isEmpty()) {
      refuse(file, summary.defects().getFirst());
      return;
    }
    if (!answer.isJson()) {
      answer.out().println(file);
      if (series.isEmpty()) {
        answer.out().println("  " + head());
      }
    }
    for (Series one : summary.series()) {
      Map<String, Object> row = row(file, one);
      series.add(row);
      samples += one.samples();
      if (!answer.isJson()) {
        answer.out().println("  " + line(row));
      }
    }
    summary.defects().forEach(defect -> defects.add(told(file, defect)));
    InputFile.tell(summary.defects(), summary.defectCount(), answer);
  }

  private void refuse(Path file, Defect defect) {
    refused.add(told(file, defect));
    answer.say("jumelles: refused: " + defect.sentence());
  }

  private Map<String, Object> row(Path file, Series one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file.toString());
    row.put("source_id", one.sourceId().text());
    row.put("format_version", one.formatVersion());
    row.put("encoding", one.encoding().name());
    row.put("encoding_code", one.encoding().code());
    row.put("record_length", one.recordLength());
    row.put("records", one.records());
    row.put("samples", one.samples());
    row.put("sample_rate_hz", one.samplingRateHz());
    row.put("start", Utc.text(one.firstStart()));
    row.put("end", Utc.text(one.lastEnd()));
    row.put("earliest", Utc.text(one.start()));
    row.put("latest", Utc.text(one.end()));
    row.put("gaps", one.gaps());
    if (hash) {
      row.put("fnv1a64", one.fnv1a64());
    }
    return row;
  }

  private static Map<String, Object> told(Path file, Defect defect) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("file", file.toString());
    if (defect.place() instanceof Place.Offset(long bytes)) {
      told.put("byte_offset", bytes);
    }
    told.put("field", defect.field());
    told.put("found", defect.found());
    told.put("clause", defect.clause());
    told.put("message", defect.sentence());
    return told;
  }

  private static Defect unreadable(Path file, Exception why) {
    String found =
        why instanceof java.nio.file.NoSuchFileException
            ? "no such file"
            : String.valueOf(why.getMessage());
    return new Defect(file.toString(), new Place.Whole(), "file", "must be readable", found);
  }

  private String head() {
    return String.format(
        Locale.ROOT,
        ROW,
        "source",
        "v",
        "encoding",
        "length",
        "records",
        "samples",
        "rate_hz",
        "start",
        "end",
        "gaps",
        hash ? "  fnv1a64" : "");
  }

  private static String line(Map<String, Object> row) {
    return String.format(
        Locale.ROOT,
        ROW,
        row.get("source_id"),
        row.get("format_version"),
        row.get("encoding"),
        row.get("record_length"),
        row.get("records"),
        row.get("samples"),
        String.format(Locale.ROOT, "%.7g", (Double) row.get("sample_rate_hz"))
            .replaceAll("\\.?0+$", ""),
        row.get("start"),
        row.get("end"),
        row.get("gaps"),
        row.containsKey("fnv1a64") ? "  " + row.get("fnv1a64") : "");
  }

  private void total() {
    answer.say(
        String.format(
            Locale.ROOT,
            "%,d files: %,d sources, %,d samples; %,d files refused, %,d defects",
            files.size(),
            series.size(),
            samples,
            refused.size(),
            defects.size()));
  }
}
