package org.jumelles.service.stac;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.service.exchange.Degrees;
import org.jumelles.service.exchange.Refusal;
import tools.jackson.databind.JsonNode;

/// A region that is searched: points, lines and rings in the plane of longitude and latitude.
///
/// @param paths each a row of places; shared, not copied
/// @param filled whether the paths are outlines of areas
record Shape(List<double[][]> paths, boolean filled) {
  private static final int MOST_PLACES = 10_000;

  Shape {
    paths = List.copyOf(paths);
  }

  static Shape of(Degrees box) {
    return new Shape(box.rings(), true);
  }

  /// A GeoJSON geometry; the holes of polygons are passed over.
  ///
  /// @throws Refusal 400
  static Shape of(JsonNode geometry) {
    String type = geometry.path("type").asString("");
    JsonNode coordinates = geometry.path("coordinates");
    List<double[][]> paths = new ArrayList<>();
    switch (type) {
      case "Point" -> paths.add(new double[][] {place(coordinates)});
      case "MultiPoint" -> coordinates.forEach(one -> paths.add(new double[][] {place(one)}));
      case "LineString" -> paths.add(path(coordinates, 2));
      case "MultiLineString" -> coordinates.forEach(line -> paths.add(path(line, 2)));
      case "Polygon" -> paths.add(path(coordinates.path(0), 4));
      case "MultiPolygon" -> coordinates.forEach(one -> paths.add(path(one.path(0), 4)));
      default ->
          throw Refusal.bad(
              "intersects is a GeoJSON Point, LineString or Polygon, or several, not '"
                  + type
                  + "'");
    }
    if (paths.isEmpty()) {
      throw Refusal.bad("intersects has no coordinates");
    }
    return new Shape(paths, type.endsWith("Polygon"));
  }

  private static double[][] path(JsonNode places, int least) {
    if (!places.isArray() || places.size() < least || places.size() > MOST_PLACES) {
      throw Refusal.bad(
          "intersects has a path of "
              + places.size()
              + " places; there must be "
              + least
              + " to "
              + MOST_PLACES);
    }
    double[][] path = new double[places.size()][];
    for (int i = 0; i < path.length; i++) {
      path[i] = place(places.get(i));
    }
    return path;
  }

  private static double[] place(JsonNode place) {
    if (place.isArray()
        && place.size() >= 2
        && place.get(0).isNumber()
        && place.get(1).isNumber()) {
      double[] degrees = {place.get(0).asDouble(), place.get(1).asDouble()};
      if (Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90) {
        return degrees;
      }
    }
    throw Refusal.bad("intersects has a place that is no longitude and latitude in degrees");
  }

  /// Whether it touches one of the areas that these rings enclose.
  boolean intersects(List<double[][]> rings) {
    for (double[][] path : paths) {
      for (double[][] ring : rings) {
        if (touches(path, ring)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean touches(double[][] path, double[][] ring) {
    return inside(path[0], ring) || (filled && inside(ring[0], path)) || cross(path, ring);
  }

  private static boolean cross(double[][] path, double[][] ring) {
    for (int i = 1; i < path.length; i++) {
      for (int k = 1; k < ring.length; k++) {
        if (cross(path[i - 1], path[i], ring[k - 1], ring[k])) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
    boolean apart =
        Math.max(a[0], b[0]) < Math.min(c[0], d[0])
            || Math.max(c[0], d[0]) < Math.min(a[0], b[0])
            || Math.max(a[1], b[1]) < Math.min(c[1], d[1])
            || Math.max(c[1], d[1]) < Math.min(a[1], b[1]);
    return !apart && turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return Math.signum((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  }

  /// Whether a ray to the east leaves the ring an odd number of times.
  private static boolean inside(double[] place, double[][] ring) {
    boolean inside = false;
    for (int i = 1; i < ring.length; i++) {
      double[] a = ring[i - 1];
      double[] b = ring[i];
      if (a[1] > place[1] != b[1] > place[1]
          && place[0] < a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
