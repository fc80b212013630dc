package org.jumelles.service.spectra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The convex outline on the sphere of places that lie within some 60 degrees of their middle.
///
/// Places are seen from the centre of the Earth on the plane that touches it in their middle
/// (gnomonic projection), where great circles are straight lines.
final class Outline {
  /// Longest side in the plane, so that straight lines in degrees follow the great circle.
  private static final double LONGEST_SIDE = 0.03;

  /// Some 600 m on the ground.
  private static final double SHORTEST_SIDE = 1e-4;

  private static final double MOST_TURNED_DEG = 4;

  private final double[] up;
  private final double[] east;
  private final double[] north;

  private Outline(double[] up) {
    this.up = up;
    double[] axis = Math.abs(up[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    this.east = unit(cross(axis, up));
    this.north = cross(up, east);
  }

  /// A closed ring of longitudes and latitudes, against the clock; its longitudes go on beyond 180
  /// degrees where it crosses the date line, and a ring around a pole is led along it.
  ///
  /// @param places longitude and latitude in degrees; at least three, not all on one circle
  static double[][] around(List<double[]> places) {
    double[] sum = new double[3];
    for (double[] place : places) {
      double[] at = vector(place);
      for (int i = 0; i < 3; i++) {
        sum[i] += at[i];
      }
    }
    Outline plane = new Outline(unit(sum));
    List<double[]> points = new ArrayList<>();
    for (double[] place : places) {
      points.add(plane.down(vector(place)));
    }
    return unwrapped(plane.degrees(plane.sides(hull(points))));
  }

  /// Andrew's monotone chain, against the clock, the first point not repeated.
  private static List<double[]> hull(List<double[]> points) {
    List<double[]> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
    List<double[]> lower = chain(sorted);
    List<double[]> upper = chain(sorted.reversed());
    lower.removeLast();
    upper.removeLast();
    lower.addAll(upper);
    return lower;
  }

  private static List<double[]> chain(List<double[]> sorted) {
    List<double[]> chain = new ArrayList<>();
    for (double[] point : sorted) {
      while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
        chain.removeLast();
      }
      chain.add(point);
    }
    return chain;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private List<double[]> sides(List<double[]> hull) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < hull.size(); i++) {
      side(hull.get(i), hull.get((i + 1) % hull.size()), points);
    }
    return points;
  }

  /// The side from `a` to `b` without its end, halved as long as it is long or turns much of the
  /// compass: near a pole a short side crosses many meridians.
  private void side(double[] a, double[] b, List<double[]> to) {
    double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    double from = degrees(List.of(a)).getFirst()[0];
    double turned = Math.abs(near(degrees(List.of(b)).getFirst()[0], from) - from);
    if (length > LONGEST_SIDE || (turned > MOST_TURNED_DEG && length > SHORTEST_SIDE)) {
      double[] middle = {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
      side(a, middle, to);
      side(middle, b, to);
    } else {
      to.add(a);
    }
  }

  private double[] down(double[] v) {
    double height = dot(v, up);
    return new double[] {dot(v, east) / height, dot(v, north) / height};
  }

  private List<double[]> degrees(List<double[]> points) {
    List<double[]> places = new ArrayList<>();
    for (double[] point : points) {
      double[] v = new double[3];
      for (int i = 0; i < 3; i++) {
        v[i] = up[i] + point[0] * east[i] + point[1] * north[i];
      }
      places.add(
          new double[] {
            Math.toDegrees(Math.atan2(v[1], v[0])),
            Math.toDegrees(Math.atan2(v[2], Math.hypot(v[0], v[1])))
          });
    }
    return places;
  }

  private static double[][] unwrapped(List<double[]> places) {
    List<double[]> ring = new ArrayList<>();
    double before = places.getFirst()[0];
    for (double[] place : places) {
      double longitude = near(place[0], before);
      ring.add(new double[] {longitude, place[1]});
      before = longitude;
    }
    double first = ring.getFirst()[0];
    double last = near(first, before);
    ring.add(new double[] {last, ring.getFirst()[1]});
    if (Math.abs(last - first) > 180) {
      double pole = ring.getFirst()[1] > 0 ? 90 : -90;
      ring.add(new double[] {last, pole});
      ring.add(new double[] {first, pole});
      ring.add(ring.getFirst());
    }
    return ring.toArray(double[][]::new);
  }

  private static double near(double longitude, double other) {
    return longitude - 360 * Math.rint((longitude - other) / 360);
  }

  private static double[] vector(double[] place) {
    double longitude = Math.toRadians(place[0]);
    double latitude = Math.toRadians(place[1]);
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] a) {
    double length = Math.sqrt(dot(a, a));
    return new double[] {a[0] / length, a[1] / length, a[2] / length};
  }
}
