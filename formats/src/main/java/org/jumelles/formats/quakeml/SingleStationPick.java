package org.jumelles.formats.quakeml;

import java.util.Optional;

/// What the single-station extension adds to a pick.
///
/// @param pickReference publicID of the [Pick]
/// @param frequency at which the pick was made, Hz
public record SingleStationPick(
    String publicID, String pickReference, Optional<Quantity<Double>> frequency, Rest rest) {}
