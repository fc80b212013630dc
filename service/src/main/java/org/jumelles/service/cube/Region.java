package org.jumelles.service.cube;

import java.util.OptionalInt;
import org.jumelles.ryugu.cube.Cube;

/// A rectangle of pixels, all ends included, counted from zero.
record Region(int line, int sample, int toLine, int toSample) {
  /// A mean over more numbers than this is refused, not thinned out.
  private static final long MOST_NUMBERS = 1L << 28;

  /// @throws CubeRefusal 400 where it is not told, or not inside the image
  static Region of(CubeQuery query, Cube cube) {
    int lines = cube.lines() - 1;
    int samples = cube.samples() - 1;
    int line = required(query.whole("line", 0, lines), "line");
    int sample = required(query.whole("sample", 0, samples), "sample");
    int toLine = query.whole("to_line", 0, lines).orElse(line);
    int toSample = query.whole("to_sample", 0, samples).orElse(sample);
    Region region =
        new Region(
            Math.min(line, toLine),
            Math.min(sample, toSample),
            Math.max(line, toLine),
            Math.max(sample, toSample));
    if (region.pixels() * cube.bands() > MOST_NUMBERS) {
      throw new CubeRefusal(
          413,
          region.pixels()
              + " pixels of "
              + cube.bands()
              + " bands; at most "
              + MOST_NUMBERS
              + " numbers a region");
    }
    return region;
  }

  private static int required(OptionalInt value, String name) {
    return value.orElseThrow(() -> new CubeRefusal(400, "which " + name + "? It is not given"));
  }

  int width() {
    return toSample - sample + 1;
  }

  long pixels() {
    return (long) width() * (toLine - line + 1);
  }

  String words() {
    return pixels() == 1
        ? "line " + line + ", sample " + sample
        : "lines " + line + " to " + toLine + ", samples " + sample + " to " + toSample;
  }
}
