package org.jumelles.iasi.simulation;

import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.kernel.sphere.Arc;

/// One plume as it truly is: a bell of its matter about a centre.
///
/// @param line and `view`: where in the granule its centre was put
/// @param radiusKm standard deviation of the bell
/// @param strength at the centre, in the unit of its kind
public record Plume(
    PlumeKind kind,
    int line,
    int view,
    double latitudeDeg,
    double longitudeDeg,
    double radiusKm,
    double heightKm,
    double strength) {
  private static final double EARTH_KM = 6371.0088;

  /// Below this share of the strength there is nothing.
  private static final double EDGE = 0.01;

  /// The strength at a place; zero outside of the plume.
  public double at(double latDeg, double lonDeg) {
    double distance = EARTH_KM * Arc.rad(latDeg, lonDeg, latitudeDeg, longitudeDeg) / radiusKm;
    double share = Math.exp(-0.5 * distance * distance);
    return share < EDGE ? 0 : strength * share;
  }
}
