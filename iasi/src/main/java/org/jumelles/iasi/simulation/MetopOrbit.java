package org.jumelles.iasi.simulation;

import org.jumelles.kernel.time.Moment;

/// A circular orbit like that of the Metop satellites: 817 km high, inclined by 98.7 degrees, its
/// descending node at 9:30 local solar time (EUMETSAT, Metop orbit description). The node turns
/// with the mean Sun.
///
/// @param start when the satellite was at `startRad`
/// @param startRad angle from the ascending node
record MetopOrbit(Moment start, double startRad) {
  private static final double RADIUS_M = 7_195_600;
  private static final double INCLINATION_RAD = Math.toRadians(98.7);
  private static final double ASCENDING_NODE_HOURS = 21.5;
  private static final double GRAVITY_M3_PER_S2 = 3.986004418e14;

  static final double RATE_RAD_PER_S =
      Math.sqrt(GRAVITY_M3_PER_S2 / (RADIUS_M * RADIUS_M * RADIUS_M));

  /// The satellite in Earth-fixed axes.
  ///
  /// @param position metres from the centre of the Earth
  /// @param ahead direction of flight, as seen against the stars
  record State(Vector position, Vector ahead) {}

  State at(Moment moment) {
    double days = Sky.daysSinceJ2000(moment);
    double node = Sky.meanSunRad(days) + Math.toRadians(15 * (ASCENDING_NODE_HOURS - 12));
    double angle = startRad + RATE_RAD_PER_S * start.nanosUntil(moment) * 1e-9;
    Vector p = new Vector(Math.cos(node), Math.sin(node), 0);
    double c = Math.cos(INCLINATION_RAD);
    Vector q = new Vector(-Math.sin(node) * c, Math.cos(node) * c, Math.sin(INCLINATION_RAD));
    Vector outward = p.times(Math.cos(angle)).plus(q.times(Math.sin(angle)));
    Vector ahead = q.times(Math.cos(angle)).minus(p.times(Math.sin(angle)));
    double turn = -Sky.siderealRad(days);
    return new State(outward.times(RADIUS_M).turned(turn), ahead.turned(turn));
  }
}
