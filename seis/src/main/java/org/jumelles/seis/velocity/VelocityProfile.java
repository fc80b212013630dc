package org.jumelles.seis.velocity;

import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.outcome.Outcome;

/// Speeds by depth from the surface to the centre of a planet.
///
/// @param points from depth 0 to the centre; two at the same depth are a discontinuity
/// @param mohoKm depth of the mantle's top
/// @param coreKm depth of the liquid core's top
/// @param innerCoreKm depth of the inner core's top, above the centre
public record VelocityProfile(
    String name, List<Point> points, double mohoKm, double coreKm, double innerCoreKm) {
  public VelocityProfile {
    points = List.copyOf(points);
    if (points.size() < 2 || points.getFirst().depthKm() != 0) {
      throw new IllegalArgumentException("a profile starts at depth 0 and has two points");
    }
  }

  /// What the ground is at one depth.
  public record Point(double depthKm, double pKmPerS, double sKmPerS, double densityGPerCm3) {
    Point atDepthKm(double otherKm) {
      return new Point(otherKm, pKmPerS, sKmPerS, densityGPerCm3);
    }

    Point withS(double otherKmPerS) {
      return new Point(depthKm, pKmPerS, otherKmPerS, densityGPerCm3);
    }
  }

  /// Depth of the centre.
  public double radiusKm() {
    return points.getLast().depthKm();
  }

  /// Reads a model; `Doubtful` where it had to be mended, `Refused` with the line that is wrong.
  ///
  /// @param source the file's name; one that ends in `.tvel` has two lines of title
  public static Outcome<VelocityProfile> read(String text, String source) {
    return new ProfileText(source).read(text);
  }

  /// The text that TauP reads.
  String toNd() {
    StringBuilder nd = new StringBuilder();
    double last = -1;
    for (Point point : points) {
      if (point.depthKm() == last) {
        nd.append(nameAt(last));
      }
      last = point.depthKm();
      nd.append(
          String.format(
              Locale.ROOT,
              "%s %s %s %s%n",
              point.depthKm(),
              point.pKmPerS(),
              point.sKmPerS(),
              point.densityGPerCm3()));
    }
    return nd.toString();
  }

  private String nameAt(double depthKm) {
    return depthKm == mohoKm
        ? "mantle\n"
        : depthKm == coreKm ? "outer-core\n" : depthKm == innerCoreKm ? "inner-core\n" : "";
  }
}
