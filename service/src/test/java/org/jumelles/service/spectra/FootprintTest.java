package org.jumelles.service.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

/// Outlines against the places that they go around.
class FootprintTest {
  private static final Moment START = Utc.parse("2019-05-23T00:00:00");

  /// An orbit and a half.
  private static final int LINES = 1140;

  private static final SimulatedGranule ORBIT =
      new SimulatedGranule(new Plan(1, START, LINES, 0, Optional.empty()));

  /// Longitude and latitude of every pixel of some lines.
  private static List<double[]> places(int from, int lines) {
    List<double[]> places = new ArrayList<>();
    for (int line = from; line < from + lines; line++) {
      Geometry geometry = ORBIT.geometry(line);
      for (int i = 0; i < geometry.longitudeDeg().length; i++) {
        places.add(new double[] {geometry.longitudeDeg()[i], geometry.latitudeDeg()[i]});
      }
    }
    return places;
  }

  private static boolean inside(double[] place, Footprint footprint) {
    java.awt.geom.Path2D path = new java.awt.geom.Path2D.Double();
    for (double[][] ring : footprint.rings()) {
      path.moveTo(ring[0][0], ring[0][1]);
      for (double[] point : ring) {
        path.lineTo(point[0], point[1]);
      }
      path.closePath();
    }
    // A tenth of a degree, for corners stand on the outline and its sides are straight in degrees.
    double margin = 0.1 / Math.max(0.02, Math.cos(Math.toRadians(place[1])));
    return path.intersects(place[0] - margin, place[1] - 0.1, 2 * margin, 0.2);
  }

  @Test
  void everyPixelOfAnOrbitLiesInsideAndSomeRingsMeetTheDateLineAndThePoles() {
    int severed = 0;
    int polar = 0;
    for (int from = 0; from + 20 <= LINES; from += 20) {
      List<double[]> places = places(from, 20);
      Footprint footprint = Footprint.cut(List.<double[][]>of(Outline.around(places)));
      assertThat(footprint.rings()).as("line " + from).isNotEmpty();
      assertThat(places).as("line " + from).allMatch(place -> inside(place, footprint));
      for (double[][] ring : footprint.rings()) {
        for (int i = 1; i < ring.length; i++) {
          assertThat(Math.abs(ring[i][0])).isLessThanOrEqualTo(180);
          boolean alongPole = Math.abs(ring[i][1]) == 90 && Math.abs(ring[i - 1][1]) == 90;
          if (!alongPole) {
            assertThat(Math.abs(ring[i][0] - ring[i - 1][0])).isLessThan(180);
          }
          polar += alongPole ? 1 : 0;
        }
      }
      severed += footprint.rings().size() > 1 ? 1 : 0;
    }
    assertThat(severed).as("granules cut at the date line").isPositive();
    assertThat(polar).as("granules over a pole").isPositive();
  }

  @Test
  void aSingleLineThatPassesByThePoleHoldsAllOfItsPixels() {
    double nearest = 0;
    for (int line = 0; line < LINES; line += 3) {
      List<double[]> places = places(line, 1);
      Footprint footprint = Footprint.cut(List.<double[][]>of(Outline.around(places)));
      assertThat(places).as("line " + line).allMatch(place -> inside(place, footprint));
      double south = footprint.box().orElseThrow().get(1);
      double north = footprint.box().orElseThrow().get(3);
      for (double[] place : places) {
        nearest = Math.max(nearest, Math.abs(place[1]));
        assertThat(place[1]).isBetween(south - 0.05, north + 0.05);
      }
    }
    assertThat(nearest).as("degrees of latitude reached").isGreaterThan(89);
  }

  @Test
  void aBoxAcrossTheDateLineHasItsWestBeyondItsEast() {
    double[][] ring = {{170, 0}, {190, 0}, {190, 10}, {170, 10}, {170, 0}};
    Footprint footprint = Footprint.cut(List.<double[][]>of(ring));
    assertThat(footprint.rings()).hasSize(2);
    assertThat(footprint.box()).contains(List.of(170.0, 0.0, -170.0, 10.0));
    assertThat(footprint.geometry().orElseThrow()).containsEntry("type", "MultiPolygon");
  }

  @Test
  void ringsGoAgainstTheClockAndAreClosed() {
    double[][] clockwise = {{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
    double[][] ring = Footprint.cut(List.<double[][]>of(clockwise)).rings().getFirst();
    assertThat(ring[0]).isEqualTo(ring[ring.length - 1]);
    double area = 0;
    for (int i = 1; i < ring.length; i++) {
      area += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    }
    assertThat(area / 2).isEqualTo(100);
  }

  @Test
  void whatHasNoPlaceHasNoGeometry() {
    assertThat(Footprint.NOWHERE.geometry()).isEmpty();
    assertThat(Footprint.NOWHERE.box()).isEmpty();
  }
}
