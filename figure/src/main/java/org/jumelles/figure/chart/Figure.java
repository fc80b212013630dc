package org.jumelles.figure.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A stack of panels over one horizontal axis, with title, marks and a line of provenance.
///
/// @param bottom the horizontal axis
/// @param top a second reading of the same places, such as another clock; its range is not used
public record Figure(
    Caption caption,
    Size size,
    Axis bottom,
    Optional<Axis> top,
    List<Panel> panels,
    List<Mark> marks) {
  public Figure {
    panels = List.copyOf(panels);
    marks = List.copyOf(marks);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a figure without a panel");
    }
  }

  /// The words around the panels.
  ///
  /// @param title in bold above, on the left
  /// @param subtitle beside the title, in grey; may be empty
  /// @param footnote below, small: where the data come from and how they were made
  public record Caption(String title, String subtitle, String footnote) {}

  /// @param width pixels, 200 to 20,000
  /// @param height pixels, 150 to 20,000
  public record Size(int width, int height) {
    public static final Size SCREEN = new Size(1600, 900);

    public Size {
      if (width < 200 || height < 150 || width > 20_000 || height > 20_000) {
        throw new IllegalArgumentException("a figure of " + width + " x " + height + " pixels");
      }
    }
  }

  /// @throws IllegalStateException where this machine has no fonts at all
  public BufferedImage image() {
    return new Painter(this).paint();
  }

  /// A PNG file, the same bytes for the same figure on the same machine.
  ///
  /// @throws IllegalStateException where this machine has no fonts at all
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    try {
      writePng(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public void writePng(OutputStream out) throws IOException {
    Png.write(image(), out);
  }
}
