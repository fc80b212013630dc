package org.jumelles.seis.velocity;

/// One wave at the surface.
///
/// @param phase as TauP names it
/// @param seconds since the origin
/// @param secondsPerDeg the ray parameter: slope of time by distance
/// @param incidenceDeg at the surface, from the vertical
public record Arrival(String phase, double seconds, double secondsPerDeg, double incidenceDeg) {}
