package org.jumelles.ryugu.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of an image: corners in order round it, in lines and samples counted from zero.
///
/// @param image the identifier of the image in the ledger
/// @param corners one for a pixel, two for a rectangle's opposite corners, three or more for a
///     polygon
public record ImageRegion(String image, List<Pixel> corners) {
  private static final Pattern PIXEL = Pattern.compile("([0-9.]{1,12})\\s*,\\s*([0-9.]{1,12})");

  /// A place in an image; the centre of the first pixel is 0, 0.
  public record Pixel(double line, double sample) {}

  public ImageRegion {
    corners = List.copyOf(corners);
    if (corners.isEmpty()) {
      throw new IllegalArgumentException("a region without a corner");
    }
  }

  /// Reads `10,20` (a pixel), `10,20 30,40` (a rectangle) or more corners of a polygon, each as
  /// LINE,SAMPLE.
  static ImageRegion parse(String image, String text) {
    List<Pixel> corners = new ArrayList<>();
    for (String corner : text.strip().split("\\s+(?=[0-9.]+\\s*,)", -1)) {
      Matcher match = PIXEL.matcher(corner.strip());
      if (!match.matches()) {
        throw new IllegalArgumentException(
            "'" + corner + "' is no pixel; LINE,SAMPLE with a space between corners");
      }
      corners.add(
          new Pixel(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))));
    }
    return new ImageRegion(image, corners);
  }

  /// Whether every corner lies on an image of this size.
  boolean fits(int lines, int samples) {
    return corners.stream()
        .allMatch(pixel -> pixel.line() <= lines - 0.5 && pixel.sample() <= samples - 0.5);
  }

  /// Whether the centre of a pixel lies in the region; of a region of one corner, that pixel.
  public boolean holds(int line, int sample) {
    Pixel first = corners.getFirst();
    if (corners.size() == 1) {
      return Math.round(first.line()) == line && Math.round(first.sample()) == sample;
    }
    Pixel second = corners.get(1);
    if (corners.size() == 2) {
      return Math.min(first.line(), second.line()) <= line
          && line <= Math.max(first.line(), second.line())
          && Math.min(first.sample(), second.sample()) <= sample
          && sample <= Math.max(first.sample(), second.sample());
    }
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Pixel a = corners.get(i);
      Pixel b = corners.get((i + 1) % corners.size());
      double cross =
          (b.sample() - a.sample()) * (line - a.line())
              - (b.line() - a.line()) * (sample - a.sample());
      boolean between =
          Math.min(a.line(), b.line()) <= line
              && line <= Math.max(a.line(), b.line())
              && Math.min(a.sample(), b.sample()) <= sample
              && sample <= Math.max(a.sample(), b.sample());
      if (cross == 0 && between) {
        return true;
      }
      if ((a.line() > line) != (b.line() > line)) {
        double at =
            a.sample() + (line - a.line()) / (b.line() - a.line()) * (b.sample() - a.sample());
        inside ^= sample < at;
      }
    }
    return inside;
  }
}
