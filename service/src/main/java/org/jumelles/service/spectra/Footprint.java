package org.jumelles.service.spectra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where something lies: closed rings of longitude and latitude in degrees, against the clock,
/// none across the date line. No ring: not known.
///
/// @param rings shared, not copied
public record Footprint(List<double[][]> rings) {
  private static final double ROUNDED = 1e4;

  public static final Footprint NOWHERE = new Footprint(List.of());
  public static final Footprint WORLD =
      new Footprint(
          List.<double[][]>of(
              new double[][] {{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}));

  public Footprint {
    rings = List.copyOf(rings);
  }

  /// Cuts rings whose longitudes may go on beyond 180 degrees at the date line.
  static Footprint cut(List<double[][]> unwrapped) {
    List<double[][]> rings = new ArrayList<>();
    for (double[][] ring : unwrapped) {
      for (int turn = -2; turn <= 2; turn++) {
        part(ring, 360.0 * turn).ifPresent(rings::add);
      }
    }
    return new Footprint(rings);
  }

  /// The part of a ring within 180 degrees of a meridian, with longitudes counted from that.
  private static Optional<double[][]> part(double[][] ring, double meridian) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < ring.length - 1; i++) {
      points.add(new double[] {ring[i][0] - meridian, ring[i][1]});
    }
    points = half(half(points, 1), -1);
    List<double[]> kept = new ArrayList<>();
    for (double[] point : points) {
      double[] rounded = {round(point[0]), round(point[1])};
      if (kept.isEmpty() || !same(kept.getLast(), rounded)) {
        kept.add(rounded);
      }
    }
    if (kept.size() > 1 && same(kept.getFirst(), kept.getLast())) {
      kept.removeLast();
    }
    double area = area(kept);
    if (kept.size() < 3 || Math.abs(area) < 1e-7) {
      return Optional.empty();
    }
    List<double[]> way = new ArrayList<>(area > 0 ? kept : kept.reversed());
    way.add(way.getFirst());
    return Optional.of(way.toArray(double[][]::new));
  }

  /// What of a polygon has `side` x longitude of at most 180 degrees (Sutherland and Hodgman).
  private static List<double[]> half(List<double[]> points, int side) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get((i + 1) % points.size());
      boolean in = side * a[0] <= 180;
      if (in) {
        kept.add(a);
      }
      if (in != (side * b[0] <= 180)) {
        double share = (side * 180 - a[0]) / (b[0] - a[0]);
        kept.add(new double[] {side * 180, a[1] + share * (b[1] - a[1])});
      }
    }
    return kept;
  }

  private static double area(List<double[]> points) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get((i + 1) % points.size());
      sum += a[0] * b[1] - b[0] * a[1];
    }
    return sum / 2;
  }

  private static boolean same(double[] a, double[] b) {
    return a[0] == b[0] && a[1] == b[1];
  }

  private static double round(double degrees) {
    return Math.rint(degrees * ROUNDED) / ROUNDED;
  }

  /// A GeoJSON geometry; empty where nothing is known.
  public Optional<Map<String, Object>> geometry() {
    return switch (rings.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Map.of("type", "Polygon", "coordinates", rings));
      default ->
          Optional.of(
              Map.of(
                  "type",
                  "MultiPolygon",
                  "coordinates",
                  rings.stream().map(Collections::singletonList).toList()));
    };
  }

  /// West, south, east, north of the smallest box; west is greater than east where it crosses the
  /// date line.
  public Optional<List<Double>> box() {
    if (rings.isEmpty()) {
      return Optional.empty();
    }
    double south = 90;
    double north = -90;
    List<double[]> stretches = new ArrayList<>();
    for (double[][] ring : rings) {
      double west = 180;
      double east = -180;
      for (double[] point : ring) {
        west = Math.min(west, point[0]);
        east = Math.max(east, point[0]);
        south = Math.min(south, point[1]);
        north = Math.max(north, point[1]);
      }
      stretches.add(new double[] {west, east});
    }
    double[] ends = ends(stretches);
    return Optional.of(List.of(ends[0], south, ends[1], north));
  }

  /// What is left of the circle beside its longest free stretch.
  private static double[] ends(List<double[]> stretches) {
    List<double[]> sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparingDouble(stretch -> stretch[0]));
    double reached = sorted.getFirst()[1];
    double longest = 0;
    double[] ends = {-180, 180};
    for (double[] stretch : sorted) {
      if (stretch[0] - reached > longest) {
        longest = stretch[0] - reached;
        ends = new double[] {stretch[0], reached};
      }
      reached = Math.max(reached, stretch[1]);
    }
    double seam = sorted.getFirst()[0] + 360 - reached;
    return seam > longest ? new double[] {sorted.getFirst()[0], reached} : ends;
  }
}
