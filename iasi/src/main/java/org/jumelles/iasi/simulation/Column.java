package org.jumelles.iasi.simulation;

/// What lies below one pixel.
///
/// @param water index into [Atmosphere#WATER]
/// @param cloudFraction 0 to 1, of black cloud
/// @param cloudLevel index of the level at its top
/// @param carbonMonoxide multiple of the usual profile, 0.5 to 3
record Column(
    double surfaceK, int water, double cloudFraction, int cloudLevel, double carbonMonoxide) {}
