package org.jumelles.seis.velocity;

import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.velocity.VelocityProfile.Point;

/// What a published model wants before rays can be shot through it; all of it is told.
final class Mending {
  private static final String CLAUSE = "TauP velocity model";

  /// As thin as the inner core of models that were mended by their authors.
  private static final double INNER_CORE_KM = 0.5;

  private final String source;
  private final List<Point> points;
  private final List<Defect> defects;

  /// Depths of the named discontinuities in km, NaN where the text has none.
  record Boundaries(double mohoKm, double coreKm, double innerCoreKm) {}

  /// @param points and `defects` are changed
  Mending(String source, List<Point> points, List<Defect> defects) {
    this.source = source;
    this.points = points;
    this.defects = defects;
  }

  VelocityProfile mend(Boundaries named) {
    double radius = points.getLast().depthKm();
    if (!(radius > 10)) {
      throw wrong("depth", "the centre at " + radius + " km");
    }
    dropRepeated();
    double core = named.coreKm();
    if (Double.isNaN(core)) {
      core = firstBelow(0.3 * radius, true);
      tell("outer-core", "not named; taken at " + core + " km, the first liquid");
    }
    if (Double.isNaN(core)) {
      throw wrong("outer-core", "no liquid core");
    }
    double inner = named.innerCoreKm();
    if (Double.isNaN(inner)) {
      inner = firstBelow(core, false);
    }
    if (Double.isNaN(inner) || inner >= radius) {
      inner = addInnerCore(radius, Double.isNaN(inner));
    }
    double moho = named.mohoKm();
    if (Double.isNaN(moho)) {
      moho = lastStepAbove(radius / 30);
      tell("mantle", "not named; taken at " + moho + " km");
    }
    if (!(moho < core && core < inner)) {
      throw wrong("discontinuities", "mantle " + moho + ", core " + core + ", inner " + inner);
    }
    return new VelocityProfile(source, points, moho, core, inner);
  }

  private void dropRepeated() {
    for (int i = points.size() - 1; i > 0; i--) {
      Point point = points.get(i);
      if (point.equals(points.get(i - 1))) {
        points.remove(i);
        tell(
            "row",
            "a layer of zero thickness without a step at " + point.depthKm() + " km left out");
      }
    }
  }

  /// TauP counts on a solid centre: a liquid one gets half a kilometre of it.
  private double addInnerCore(double radius, boolean missing) {
    Point last = points.getLast();
    while (points.getLast().depthKm() > radius - INNER_CORE_KM) {
      Point removed = points.removeLast();
      last = removed.sKmPerS() == 0 ? removed : last;
    }
    double top = radius - INNER_CORE_KM;
    double shear = last.pKmPerS() / Math.sqrt(3);
    points.add(last.withS(0).atDepthKm(top));
    points.add(last.withS(shear).atDepthKm(top));
    points.add(last.withS(shear).atDepthKm(radius));
    tell(
        "inner-core",
        String.format(
            Locale.ROOT,
            "%s; mended to one of %s km with vS %.3f km/s",
            missing ? "none" : "one of zero thickness",
            INNER_CORE_KM,
            shear));
    return top;
  }

  private double firstBelow(double depthKm, boolean liquid) {
    for (Point point : points) {
      if (point.depthKm() > depthKm && point.sKmPerS() == 0 == liquid) {
        return point.depthKm();
      }
    }
    return Double.NaN;
  }

  private double lastStepAbove(double depthKm) {
    double found = Double.NaN;
    for (int i = 1; i < points.size() && points.get(i).depthKm() <= depthKm; i++) {
      if (points.get(i).depthKm() == points.get(i - 1).depthKm() || Double.isNaN(found)) {
        found = points.get(i).depthKm();
      }
    }
    return found;
  }

  private void tell(String field, String found) {
    defects.add(new Defect(source, new Place.Whole(), field, CLAUSE, found));
  }

  private MalformedDataException wrong(String field, String found) {
    return new MalformedDataException(source, new Place.Whole(), field, CLAUSE, found);
  }
}
