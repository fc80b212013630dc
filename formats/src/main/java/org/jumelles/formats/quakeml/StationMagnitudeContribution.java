package org.jumelles.formats.quakeml;

import java.util.Optional;

/// The share of one station's magnitude in a magnitude.
public record StationMagnitudeContribution(
    String stationMagnitudeID,
    Optional<Written<Double>> residual,
    Optional<Written<Double>> weight,
    Rest rest) {}
