package org.jumelles.figure.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jumelles.figure.chart.Figure;

/// Sets a figure as one page of PDF, A4 across: its pixels without loss, at twice the resolution of
/// the screen.
public final class FigurePdf {
  private static final int TIMES = 2;
  private static final float MARGIN = 28;

  private FigurePdf() {}

  /// @throws IllegalStateException where this machine has no fonts at all
  public static void write(Figure figure, OutputStream out) throws IOException {
    BufferedImage image = fine(figure).image();
    PDRectangle across = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(across);
      document.addPage(page);
      float scale =
          Math.min(
              (across.getWidth() - 2 * MARGIN) / image.getWidth(),
              (across.getHeight() - 2 * MARGIN) / image.getHeight());
      float width = image.getWidth() * scale;
      float height = image.getHeight() * scale;
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, image),
            (across.getWidth() - width) / 2,
            (across.getHeight() - height) / 2,
            width,
            height);
      }
      document.getDocumentInformation().setTitle(figure.caption().title());
      document.getDocumentInformation().setSubject(figure.caption().subtitle());
      fixIdentifier(document, figure);
      document.save(out);
    }
  }

  private static Figure fine(Figure figure) {
    return new Figure(
        figure.caption(),
        new Figure.Size(figure.size().width() * TIMES, figure.size().height() * TIMES),
        figure.bottom(),
        figure.top(),
        figure.panels(),
        figure.marks());
  }

  /// Without it the library takes one from the clock.
  private static void fixIdentifier(PDDocument document, Figure figure) {
    COSArray identifier = new COSArray();
    COSString of = new COSString(Integer.toHexString(figure.caption().hashCode()));
    identifier.add(of);
    identifier.add(of);
    document.getDocument().getTrailer().setItem(COSName.ID, identifier);
  }
}
