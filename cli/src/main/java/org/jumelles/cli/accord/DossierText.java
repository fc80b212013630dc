package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jumelles.figure.document.HtmlReport;
import org.jumelles.figure.document.PdfReport;
import org.jumelles.figure.document.Report;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.DossierDocument;

/// A dossier as text, JSON, HTML or PDF.
final class DossierText {
  private DossierText() {}

  static int give(Answer answer, OutputFile output, @Nullable Path file, Dossier dossier)
      throws IOException {
    String title = dossier.title();
    Report report = report(title, dossier);
    if (file != null) {
      write(output, file, report);
    }
    answer.give(
        DossierDocument.of(dossier, "", ""),
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
