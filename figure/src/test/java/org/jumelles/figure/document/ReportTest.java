package org.jumelles.figure.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports as HTML and PDF, read back by the library's own reader of text.
class ReportTest {
  private static Report report(String... cells) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String cell : cells) {
      rows.add(row("name", "row " + rows.size(), "says", cell));
    }
    return new Report(
        "A title", "a subtitle", List.of(new Report.Section("A heading", "a note", rows)));
  }

  private static Map<String, String> row(String... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  private static byte[] pdf(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfReport.write(report, out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// Text without any break that a page or a line made.
  private static String joined(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "Ἑλληνικά", "中文"})
  void theSameReportIsTheSameBytes(String cell) throws Exception {
    byte[] once = pdf(report(cell, "two"));
    // A library that asks the clock does so by the second.
    Thread.sleep(1_100);
    assertThat(pdf(report(cell, "two"))).isEqualTo(once);
    assertThat(HtmlReport.of(report(cell))).isEqualTo(HtmlReport.of(report(cell)));
    assertThat(pdf(report(cell, "three"))).isNotEqualTo(once);
  }

  @Test
  void allOfItsWordsAreThereInTheirOrder() throws IOException {
    Report report = report("Petit & d'Escatha <2019>", "maîtrise d’œuvre — déléguée à 50 %");
    String pdf = text(pdf(report));
    assertThat(pdf)
        .containsSubsequence(
            "A title",
            "a subtitle",
            "A heading",
            "a note",
            "name: row 0; says: Petit & d'Escatha <2019>",
            "name: row 1; says: maîtrise d’œuvre — déléguée à 50 %")
        .doesNotContain("question mark");
    assertThat(HtmlReport.of(report))
        .containsSubsequence(
            "<h1>A title</h1>",
            "<h2>A heading</h2>",
            "<th scope=\"col\">name</th><th scope=\"col\">says</th>",
            "<td>row 0</td><td>Petit &amp; d'Escatha &lt;2019&gt;</td>",
            "<td>maîtrise d’œuvre — déléguée à 50 %</td>");
  }

  @Test
  void emptySectionsSayThatNothingIsRecorded() throws IOException {
    Report empty = report();
    assertThat(text(pdf(empty))).contains("Nothing is recorded.");
    assertThat(HtmlReport.of(empty)).contains("<p>Nothing is recorded.</p>").doesNotContain("<td>");
  }

  @Test
  void cellsThatARowLacksStayEmpty() {
    Report odd =
        new Report(
            "t", "s", List.of(new Report.Section("h", "", List.of(row("a", "1"), row("b", "2")))));
    assertThat(HtmlReport.of(odd))
        .contains("<tr><td>1</td><td></td></tr>", "<tr><td></td><td>2</td></tr>");
  }

  @Test
  void manyRowsBreakIntoPagesAndNoneIsLost() throws IOException {
    String[] cells = new String[400];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = "cell " + i + " end";
    }
    byte[] pdf = pdf(report(cells));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isBetween(8, 20);
    }
    assertThat(text(pdf)).containsSubsequence(cells);
    assertInside(pdf);
  }

  /// Whatever stands above it, a heading is on the page of the line below it.
  @Test
  void aHeadingStaysWithWhatFollows() throws IOException {
    for (int rows = 30; rows < 60; rows++) {
      List<Map<String, String>> above = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        above.add(row("n", Integer.toString(i)));
      }
      Report report =
          new Report(
              "t",
              "s",
              List.of(
                  new Report.Section("First", "", above),
                  new Report.Section("Second", "", List.of(row("n", "below")))));
      try (PDDocument document = Loader.loadPDF(pdf(report))) {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
          PDFTextStripper stripper = new PDFTextStripper();
          stripper.setStartPage(page);
          stripper.setEndPage(page);
          String text = stripper.getText(document);
          assertThat(text.contains("Second")).as(rows + " rows").isEqualTo(text.contains("below"));
        }
      }
    }
  }

  @Test
  void aWordLongerThanALineIsBrokenAndWhole() throws IOException {
    String hash = "0123456789abcdef".repeat(40);
    byte[] pdf = pdf(report(hash, "W".repeat(5_000), "i".repeat(20_000)));
    assertInside(pdf);
    assertThat(joined(text(pdf))).contains(hash, "W".repeat(5_000), "i".repeat(20_000));
    assertThat(HtmlReport.of(report(hash))).contains(hash).contains("overflow-wrap:anywhere");
  }

  /// No glyph stands outside of the page's margins.
  private static void assertInside(byte[] pdf) throws IOException {
    List<String> outside = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition at) {
            boolean across =
                at.getX() >= 50 && at.getX() + at.getWidth() <= PDRectangle.A4.getWidth() - 50;
            boolean down = at.getY() >= 50 && at.getY() <= PDRectangle.A4.getHeight() - 50;
            if (!across || !down) {
              outside.add(at.getUnicode() + " at " + at.getX() + ", " + at.getY());
            }
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf)) {
      stripper.getText(document);
    }
    assertThat(outside).isEmpty();
  }

  @Test
  void textBeyondTheWestIsSetOrCounted() throws IOException {
    String pdf = text(pdf(report("Рюгу и Хаябуса", "Ἀθῆναι, Ελλάδα", "Žďár nad Sázavou, Łódź")));
    assertThat(pdf)
        .contains("Рюгу и Хаябуса", "Ελλάδα", "Žďár nad Sázavou, Łódź")
        .doesNotContain("question mark");
    String unknown = text(pdf(report("はやぶさ2", "a \ud83d\ude80 flew")));
    assertThat(unknown)
        .contains("????2", "a ? flew", "5 characters are not in the font")
        .doesNotContain("は");
    assertThat(HtmlReport.of(report("はやぶさ2"))).contains("はやぶさ2");
  }

  @Test
  void signsThatNoPageShowsAreSpacesOrCounted() throws IOException {
    String pdf = text(pdf(report("one\ttwo\nthree\r\nfour", "bell\u0007", "lone \ud800 half")));
    assertThat(pdf).contains("one two three").contains("bell?").contains("lone ? half");
  }
}
