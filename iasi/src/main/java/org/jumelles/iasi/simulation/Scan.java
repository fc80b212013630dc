package org.jumelles.iasi.simulation;

import java.util.Arrays;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;

/// How the instrument scans: 30 views, 0.2148 s apart, from -48.33 to 48.33 degrees across the
/// track, left to right as it flies; a line every 8 s. In a view pixel 0 is behind on the right, 1
/// ahead on the right, 2 ahead on the left, 3 behind on the left; centres are 1.25 degrees apart
/// (18 km at nadir), as the real line of 2012-11-02 has them.
final class Scan {
  private static final double STEP_RAD = Math.toRadians(10.0 / 3);
  private static final double HALF_APART_RAD = Math.toRadians(0.625);
  private static final long VIEW_NANOS = 214_800_000L;
  static final long LINE_NANOS = 8_000_000_000L;

  private static final int[] ACROSS = {1, 1, -1, -1};
  private static final int[] ALONG = {-1, 1, 1, -1};

  private Scan() {}

  static Moment[] views(Moment lineStart) {
    Moment[] views = new Moment[ScanLine.VIEWS];
    // Files keep whole milliseconds.
    Arrays.setAll(views, v -> lineStart.plusNanos(v * VIEW_NANOS / 1_000_000L * 1_000_000L));
    return views;
  }

  static Geometry geometry(MetopOrbit orbit, Moment[] views) {
    double[][] all = new double[6][ScanLine.PIXELS];
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      int view = pixel / ScanLine.PIXELS_PER_VIEW;
      int number = pixel % ScanLine.PIXELS_PER_VIEW;
      MetopOrbit.State state = orbit.at(views[view]);
      double across = (view - (ScanLine.VIEWS - 1) / 2.0) * STEP_RAD;
      across += ACROSS[number] * HALF_APART_RAD;
      Vector ground = ground(state, across, ALONG[number] * HALF_APART_RAD);
      Vector up = Ellipsoid.up(ground);
      Vector toSatellite = state.position().minus(ground).unit();
      double days = Sky.daysSinceJ2000(views[view]);
      Vector toSun = Sky.sun(days).turned(-Sky.siderealRad(days));
      all[0][pixel] = Ellipsoid.longitudeDeg(up);
      all[1][pixel] = Ellipsoid.latitudeDeg(up);
      all[2][pixel] = Ellipsoid.zenithDeg(up, toSatellite);
      all[3][pixel] = Ellipsoid.azimuthDeg(up, toSatellite);
      all[4][pixel] = Ellipsoid.zenithDeg(up, toSun);
      all[5][pixel] = Ellipsoid.azimuthDeg(up, toSun);
    }
    return new Geometry(all[0], all[1], all[2], all[3], all[4], all[5]);
  }

  private static Vector ground(MetopOrbit.State state, double acrossRad, double alongRad) {
    Vector down = state.position().times(-1).unit();
    Vector right = state.ahead().cross(state.position()).unit();
    Vector tilted = down.times(Math.cos(acrossRad)).plus(right.times(Math.sin(acrossRad)));
    Vector direction =
        tilted.times(Math.cos(alongRad)).plus(state.ahead().times(Math.sin(alongRad)));
    // 49 degrees from nadir is well inside the limb at 62 degrees.
    return Ellipsoid.hit(state.position(), direction).orElseThrow();
  }
}
