package org.jumelles.iasi.simulation;

/// What is truly below a simulated pixel, as far as the window of carbon monoxide asks.
///
/// @param groundK of the air at the ground, which tells the whole profile: see [SimulatedAir]
/// @param surfaceK of the ground itself, black
/// @param cloudFraction 0 to 1, of black cloud
/// @param scale multiple of the usual carbon monoxide, in all layers
public record SimulatedState(int groundK, double surfaceK, double cloudFraction, double scale) {}
