package org.jumelles.figure.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Sets a report as PDF: lines of text from the top of an A4 page to its end, a table row as a
/// paragraph of `name: value`, so that no column is ever too narrow.
public final class PdfReport {
  private static final float MARGIN = 56;
  private static final float LEADING = 1.35f;

  private final PDDocument document;
  private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  private final List<Line> lines = new ArrayList<>();
  private long replaced;

  private PdfReport(PDDocument document) {
    this.document = document;
  }

  private record Line(String text, PDFont font, float size, float spaceBefore) {}

  public static void write(Report report, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfReport pdf = new PdfReport(document);
      pdf.compose(report);
      pdf.set();
      document.getDocumentInformation().setTitle(report.title());
      fixIdentifier(document, report);
      document.save(out);
    }
  }

  /// Without it the library takes one from the clock.
  private static void fixIdentifier(PDDocument document, Report report) {
    COSArray identifier = new COSArray();
    COSString of = new COSString(Integer.toHexString(report.hashCode()));
    identifier.add(of);
    identifier.add(of);
    document.getDocument().getTrailer().setItem(COSName.ID, identifier);
  }

  private void compose(Report report) throws IOException {
    paragraph(report.title(), bold, 18, 0);
    paragraph(report.subtitle(), plain, 10, 4);
    for (Report.Section section : report.sections()) {
      paragraph(section.heading(), bold, 13, 16);
      if (!section.note().isEmpty()) {
        paragraph(section.note(), plain, 9, 3);
      }
      if (section.rows().isEmpty()) {
        paragraph("Nothing is recorded.", plain, 10, 4);
      }
      for (Map<String, String> row : section.rows()) {
        paragraph(
            row.entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining("; ")),
            plain,
            10,
            4);
      }
    }
    if (replaced > 0) {
      paragraph(
          replaced + " characters are not in the font and stand as a question mark.", plain, 8, 12);
    }
  }

  /// Breaks a paragraph into lines at spaces.
  private void paragraph(String text, PDFont font, float size, float spaceBefore)
      throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    StringBuilder line = new StringBuilder();
    float space = spaceBefore;
    for (String word : encodable(text, font).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
        lines.add(new Line(line.toString(), font, size, space));
        space = 0;
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(new Line(line.toString(), font, size, space));
  }

  private String encodable(String text, PDFont font) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.isWhitespace(c) ? " " : Character.toString(c);
              if (isEncodable(one, font)) {
                kept.append(one);
              } else {
                kept.append('?');
                replaced++;
              }
            });
    return kept.toString();
  }

  private static boolean isEncodable(String one, PDFont font) {
    try {
      font.encode(one);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private void set() throws IOException {
    int next = 0;
    while (next < lines.size()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        next = fill(content, next);
      }
    }
  }

  /// Sets lines until the page is full; returns the first that did not fit.
  private int fill(PDPageContentStream content, int from) throws IOException {
    float y = PDRectangle.A4.getHeight() - MARGIN;
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      y -= (i == from ? 0 : line.spaceBefore()) + line.size() * LEADING;
      if (y < MARGIN && i > from) {
        return i;
      }
      content.beginText();
      content.setFont(line.font(), line.size());
      content.newLineAtOffset(MARGIN, y);
      content.showText(line.text());
      content.endText();
    }
    return lines.size();
  }
}
