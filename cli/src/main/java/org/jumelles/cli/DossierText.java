package org.jumelles.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jumelles.figure.document.HtmlReport;
import org.jumelles.figure.document.PdfReport;
import org.jumelles.figure.document.Report;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.Evidence;

/// A dossier as text, JSON, HTML or PDF.
final class DossierText {
  private DossierText() {}

  static int give(
      Answer answer, OutputFile output, @Nullable Path file, String title, Dossier dossier)
      throws IOException {
    Report report = report(title, dossier);
    if (file != null) {
      write(output, file, report);
    }
    Map<String, Object> document = document(title, dossier);
    answer.give(
        document,
        () -> {
          if (file == null) {
            print(answer, report);
          } else {
            answer.out().println(title + ": " + file);
          }
        });
    return ExitCode.OK;
  }

  private static void write(OutputFile output, Path file, Report report) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      output.write(file, out -> PdfReport.write(report, out));
    } else if (name.endsWith(".html") || name.endsWith(".htm")) {
      output.write(file, out -> out.write(HtmlReport.of(report).getBytes(StandardCharsets.UTF_8)));
    } else {
      throw new IllegalArgumentException(file + " ends neither in .html nor in .pdf");
    }
  }

  private static Report report(String title, Dossier dossier) {
    return new Report(
        title,
        dossier.from() + " to " + dossier.to() + ", from the archive and its record",
        dossier.sections().stream()
            .map(one -> new Report.Section(one.title(), one.note(), one.rows()))
            .toList());
  }

  private static Map<String, Object> document(String title, Dossier dossier) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", title);
    document.put("from", dossier.from().toString());
    document.put("to", dossier.to().toString());
    document.put("totals", dossier.evidence().totals());
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Dossier.Section section : dossier.sections()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("title", section.title());
      one.put("rows", section.rows());
      sections.add(one);
    }
    document.put("sections", sections);
    document.put("rows", dossier.evidence().rows().stream().map(DossierText::row).toList());
    return document;
  }

  private static Map<String, Object> row(Evidence.Row row) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", row.programme());
    document.put("measure", row.measure());
    document.put("amount", row.amount());
    document.put("title", row.title());
    document.put("product", row.product().sha256Hex());
    document.put("made", row.made().toString());
    return document;
  }

  private static void print(Answer answer, Report report) {
    var out = answer.out();
    out.println(report.title());
    for (Report.Section section : report.sections()) {
      out.println();
      out.println(section.heading());
      if (section.rows().isEmpty()) {
        out.println("  nothing is recorded");
      }
      for (Map<String, String> row : section.rows()) {
        out.println(
            "  "
                + row.entrySet().stream()
                    .filter(cell -> !cell.getValue().isEmpty())
                    .map(cell -> cell.getKey() + " " + cell.getValue())
                    .collect(Collectors.joining(", ")));
      }
    }
  }
}
