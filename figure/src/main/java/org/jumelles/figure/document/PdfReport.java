package org.jumelles.figure.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Sets a report as PDF: lines of text from the top of an A4 page to its end, a table row as a
/// paragraph of `name: value`, so that no column is ever too narrow. A word longer than a line is
/// broken, a heading stays with what follows. Text beyond Western Europe is set in Liberation Sans,
/// which knows Greek, Cyrillic and Hebrew; what that does not know stands as a question mark, and
/// the report says how often.
public final class PdfReport {
  private static final float MARGIN = 56;
  private static final float LEADING = 1.35f;
  private static final float PLAIN_SIZE = 10;

  /// Points below a heading that must be left for what follows it.
  private static final float KEPT_WITH_HEADING = 3 * PLAIN_SIZE * LEADING;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  private final List<Line> lines = new ArrayList<>();
  private long replaced;

  private PdfReport(PDDocument document) {
    this.document = document;
  }

  /// @param leads whether it is a heading, which stays on the page of what follows
  private record Line(String text, PDFont font, float size, float spaceBefore, boolean leads) {}

  public static void write(Report report, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfReport pdf = new PdfReport(document);
      pdf.chooseFonts(report);
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

  private void chooseFonts(Report report) throws IOException {
    if (isEncodable(report.title() + report.subtitle(), plain)
        && report.sections().stream().allMatch(this::isWestern)) {
      return;
    }
    try (InputStream font =
        PDFont.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      plain = PDType0Font.load(document, Optional.ofNullable(font).orElseThrow());
      bold = plain;
    }
  }

  private boolean isWestern(Report.Section section) {
    return isEncodable(section.heading() + section.note(), plain)
        && section.rows().stream()
            .flatMap(row -> row.entrySet().stream())
            .allMatch(cell -> isEncodable(cell.getKey() + cell.getValue(), plain));
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
    StringBuilder line = new StringBuilder();
    float space = spaceBefore;
    boolean leads = size > PLAIN_SIZE;
    for (String word : encodable(text, font).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer, font, size)) {
        line = new StringBuilder(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(new Line(line.toString(), font, size, space, leads));
        space = 0;
      }
      String rest = word;
      while (!fits(rest, font, size)) {
        int end = longestThatFits(rest, font, size);
        lines.add(new Line(rest.substring(0, end), font, size, space, leads));
        space = 0;
        rest = rest.substring(end);
      }
      line = new StringBuilder(rest);
    }
    lines.add(new Line(line.toString(), font, size, space, leads));
  }

  private static boolean fits(String text, PDFont font, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size <= WIDTH;
  }

  /// How much of a word goes onto one line; one character at least.
  private static int longestThatFits(String word, PDFont font, float size) throws IOException {
    int end = word.offsetByCodePoints(0, 1);
    float wide = font.getStringWidth(word.substring(0, end));
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      wide += font.getStringWidth(word.substring(end, next));
      if (wide / 1000 * size > WIDTH) {
        return end;
      }
      end = next;
    }
    return end;
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
      if (line.leads() && i > from && y < MARGIN + KEPT_WITH_HEADING) {
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
