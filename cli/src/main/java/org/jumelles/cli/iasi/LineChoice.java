package org.jumelles.cli.iasi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Option;

/// Which scan lines a command wants: by number, time and place; a line must meet all that is asked.
final class LineChoice {
  private static final Pattern RANGE = Pattern.compile("(\\d{0,9}):(\\d{0,9})");

  @Option(
      names = "--lines",
      paramLabel = "A:B",
      description = "Lines A up to, not with, B, counted from 0; either may be left out.")
  private @Nullable String lines;

  @Option(
      names = "--time",
      paramLabel = "FROM/TO",
      description = "Lines with a view in this time of UTC, ends included.")
  private @Nullable String time;

  @Option(
      names = "--box",
      paramLabel = "W,S,E,N",
      description = "Lines with a pixel in this box of degrees; W > E crosses the date line.")
  private @Nullable String box;

  /// The options as numbers, checked once.
  record Limits(int from, int to, Optional<Span> time, Optional<double[]> boxDeg) {
    boolean wants(ScanLine line) {
      return line.number() >= from
          && line.number() < to
          && time.map(span -> isIn(line, span)).orElse(true)
          && boxDeg.map(corners -> isIn(line.geometry(), corners)).orElse(true);
    }

    /// Whether the line's content matters, or its number alone.
    boolean looksInside() {
      return time.isPresent() || boxDeg.isPresent();
    }

    private static boolean isIn(ScanLine line, Span span) {
      for (Moment view : line.views()) {
        if (span.contains(view)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isIn(Geometry geometry, double[] corners) {
      for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
        double longitude = geometry.longitudeDeg()[pixel];
        double latitude = geometry.latitudeDeg()[pixel];
        boolean east = longitude >= corners[0];
        boolean west = longitude <= corners[2];
        boolean between = corners[0] <= corners[2] ? east && west : east || west;
        if (between && latitude >= corners[1] && latitude <= corners[3]) {
          return true;
        }
      }
      return false;
    }
  }

  /// @throws IllegalArgumentException for an option that cannot be read
  Limits limits() {
    int from = 0;
    int to = Integer.MAX_VALUE;
    if (lines != null) {
      Matcher match = RANGE.matcher(lines);
      if (!match.matches()) {
        throw new IllegalArgumentException("--lines " + lines + ": A:B is wanted, such as 10:20");
      }
      from = number(match.group(1), 0);
      to = number(match.group(2), Integer.MAX_VALUE);
    }
    return new Limits(from, to, Optional.ofNullable(time).map(LineChoice::span), corners());
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }

  private static Span span(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("--time " + text + ": FROM/TO is wanted");
    }
    return new Span(Utc.parse(ends[0]), Utc.parse(ends[1]));
  }

  private Optional<double[]> corners() {
    if (box == null) {
      return Optional.empty();
    }
    String[] words = box.split(",", -1);
    double[] corners = new double[4];
    for (int i = 0; i < 4 && words.length == 4; i++) {
      try {
        corners[i] = Double.parseDouble(words[i].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("--box " + box + ": '" + words[i] + "' is no number", e);
      }
    }
    boolean good =
        words.length == 4
            && Math.abs(corners[0]) <= 180
            && Math.abs(corners[2]) <= 180
            && corners[1] >= -90
            && corners[3] <= 90
            && corners[1] <= corners[3];
    if (!good) {
      throw new IllegalArgumentException(
          "--box " + box + ": W,S,E,N is wanted in degrees, longitudes from -180 to 180, S <= N");
    }
    return Optional.of(corners);
  }
}
