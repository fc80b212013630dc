package org.jumelles.seis.velocity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.velocity.VelocityProfile.Point;

/// One reading of a model: rows `depth vP vS density [Qmu Qkappa]` from the surface down, and in
/// `.nd` the names of discontinuities on lines of their own, each before the row below it.
final class ProfileText {
  private static final String CLAUSE = "TauP named discontinuity file";
  private static final int GREATEST_LINES = 20_000;
  private static final int GREATEST_DEPTH_KM = 100_000;
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|//[^\\n]*|#[^\\n]*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][-+]?\\d+)?");

  /// The discontinuities that a profile must have, by the names that TauP knows.
  private enum Boundary {
    MOHO,
    CORE,
    INNER_CORE
  }

  private static final Map<String, Boundary> NAMES =
      Map.of(
          "mantle", Boundary.MOHO,
          "moho", Boundary.MOHO,
          "outer-core", Boundary.CORE,
          "cmb", Boundary.CORE,
          "inner-core", Boundary.INNER_CORE,
          "icocb", Boundary.INNER_CORE,
          "iocb", Boundary.INNER_CORE);

  private final String source;
  private final List<Point> points = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Map<Boundary, Double> named = new TreeMap<>();
  private final List<Boundary> waiting = new ArrayList<>();

  ProfileText(String source) {
    this.source = source;
  }

  Outcome<VelocityProfile> read(String text) {
    try {
      rows(text);
      VelocityProfile profile = new Mending(source, points, defects).mend(boundaries());
      return Outcome.of(profile, defects);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  private void rows(String text) {
    String[] lines = withoutComments(text).split("\n", -1);
    if (lines.length > GREATEST_LINES) {
      throw wrong(GREATEST_LINES, "lines", lines.length + " lines");
    }
    int titles = source.toLowerCase(Locale.ROOT).endsWith(".tvel") ? 2 : 0;
    for (int i = titles; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty()) {
        row(line, i + 1);
      }
    }
    if (points.size() < 2) {
      throw new MalformedDataException(
          source, new Place.Whole(), "rows", CLAUSE, points.size() + " rows of depth and speeds");
    }
  }

  /// Comments become blanks, so that lines keep their numbers.
  private static String withoutComments(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    return COMMENT.matcher(plain).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private void row(String line, int number) {
    String[] words = line.split("[\\s,]+", -1);
    if (words.length == 1 && !NUMBER.matcher(words[0]).matches()) {
      Boundary boundary = NAMES.get(words[0].toLowerCase(Locale.ROOT));
      if (boundary != null) {
        waiting.add(boundary);
      } else if (!words[0].matches("[A-Za-z][A-Za-z0-9_.-]*")) {
        throw wrong(number, "discontinuity", "'" + shortened(line) + "'");
      }
      return;
    }
    if (words.length < 3) {
      throw wrong(number, "row", "'" + shortened(line) + "', not depth, vP, vS and density");
    }
    double density = words.length > 3 ? number(words[3], "density", number) : Double.NaN;
    if (words.length == 3) {
      defects.add(
          defect(number, "density", "none; 3 g/cm3 is taken, which no travel time depends on"));
      density = 3;
    }
    Point point =
        new Point(
            number(words[0], "depth", number),
            number(words[1], "vP", number),
            number(words[2], "vS", number),
            density);
    check(point, number);
    points.add(point);
    waiting.forEach(boundary -> named.put(boundary, point.depthKm()));
    waiting.clear();
  }

  private void check(Point point, int number) {
    double last = points.isEmpty() ? 0 : points.getLast().depthKm();
    if (points.isEmpty() ? point.depthKm() != 0 : point.depthKm() < last) {
      String found = point.depthKm() + " km after " + last + " km";
      throw wrong(number, "depth", points.isEmpty() ? found + " (the surface)" : found);
    }
    if (point.depthKm() > GREATEST_DEPTH_KM) {
      throw wrong(number, "depth", point.depthKm() + " km");
    }
    if (!(point.pKmPerS() > 0 && point.pKmPerS() < 50)) {
      throw wrong(number, "vP", point.pKmPerS() + " km/s");
    }
    if (!(point.sKmPerS() >= 0 && point.sKmPerS() <= point.pKmPerS())) {
      String found = point.sKmPerS() + " km/s where vP is " + point.pKmPerS() + " km/s";
      throw wrong(number, "vS", found);
    }
    if (!(point.densityGPerCm3() >= 0 && point.densityGPerCm3() < 100)) {
      throw wrong(number, "density", point.densityGPerCm3() + " g/cm3");
    }
  }

  /// Named ones, and for the others what the speeds tell: the first liquid under a solid is the
  /// core, the first solid under that the inner core, the last discontinuity above a thirtieth of
  /// the radius the Moho. NaN where there is none.
  private Mending.Boundaries boundaries() {
    return new Mending.Boundaries(
        named.getOrDefault(Boundary.MOHO, Double.NaN),
        named.getOrDefault(Boundary.CORE, Double.NaN),
        named.getOrDefault(Boundary.INNER_CORE, Double.NaN));
  }

  private double number(String word, String field, int line) {
    if (!NUMBER.matcher(word).matches()) {
      throw wrong(line, field, "'" + shortened(word) + "'");
    }
    return Double.parseDouble(word.replace('d', 'e').replace('D', 'e'));
  }

  private static String shortened(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() > 40 ? printable.substring(0, 40) + "..." : printable;
  }

  private MalformedDataException wrong(int line, String field, String found) {
    return new MalformedDataException(defect(line, field, found));
  }

  private Defect defect(int line, String field, String found) {
    return new Defect(source, new Place.LineColumn(line, 1), field, CLAUSE, found);
  }
}
