package org.jumelles.ryugu.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// What to measure in each spectrum, as data: lines of `kind,name,numbers in um`, `#` for a remark.
///
/// | kind | numbers |
/// |---|---|
/// | fit | low, high, centre to start from, Gaussian sigma to start from |
/// | depth | short, centre, long |
/// | ratio | upper, lower |
public record BandPlan(List<BandWindow> windows, List<PointIndex> indices) {
  private static final String CLAUSE = "fit, depth or ratio, a name, then numbers in um";

  public BandPlan {
    windows = List.copyOf(windows);
    indices = List.copyOf(indices);
    if (windows.isEmpty() && indices.isEmpty()) {
      throw new IllegalArgumentException("a plan of nothing");
    }
  }

  /// The windows of the returned grains.
  public static BandPlan standard() {
    try (InputStream in = Objects.requireNonNull(BandPlan.class.getResourceAsStream("bands.csv"))) {
      return parse("bands.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws MalformedDataException with the line
  public static BandPlan parse(String source, String text) {
    List<BandWindow> windows = new ArrayList<>();
    List<PointIndex> indices = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      try {
        add(line.split(",", -1), windows, indices);
      } catch (IllegalArgumentException e) {
        String found = Objects.requireNonNullElse(e.getMessage(), line);
        throw new MalformedDataException(
            source, new Place.LineColumn(number, 1), "band", CLAUSE, found);
      }
    }
    if (windows.isEmpty() && indices.isEmpty()) {
      throw new MalformedDataException(source, new Place.Whole(), "band", CLAUSE, "not one line");
    }
    return new BandPlan(windows, indices);
  }

  private static void add(String[] words, List<BandWindow> windows, List<PointIndex> indices) {
    String kind = words[0].strip();
    String name = words.length > 1 ? words[1].strip() : "";
    double[] um = new double[Math.max(0, words.length - 2)];
    for (int i = 0; i < um.length; i++) {
      um[i] = Double.parseDouble(words[i + 2].strip());
    }
    int wanted =
        switch (kind) {
          case "fit" -> 4;
          case "depth" -> 3;
          case "ratio" -> 2;
          default -> throw new IllegalArgumentException("the kind '" + kind + "'");
        };
    if (um.length != wanted || name.isEmpty()) {
      throw new IllegalArgumentException(
          kind + " '" + name + "' with " + um.length + " numbers where it has " + wanted);
    }
    boolean known =
        windows.stream().anyMatch(window -> window.name().equals(name))
            || indices.stream().anyMatch(index -> index.name().equals(name));
    if (known) {
      throw new IllegalArgumentException("a second '" + name + "'");
    }
    switch (kind) {
      case "fit" -> windows.add(new BandWindow(name, um[0], um[1], um[2], um[3]));
      case "depth" -> indices.add(new PointIndex.Depth(name, um[0], um[1], um[2]));
      default -> indices.add(new PointIndex.Ratio(name, um[0], um[1]));
    }
  }
}
