package org.jumelles.iasi.sounding;

import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.kernel.time.Moment;

/// What a sounding product says of one footprint.
///
/// @param profile from the ground up; water of the product, other gases of whom it was asked with
/// @param surfaceK of the skin; NaN where the product has none
/// @param emissivity at the wavenumber asked for; NaN where the product has none
/// @param cloudPercent of the footprint that clouds cover; NaN where the product does not say
/// @param distanceKm from the place asked for
/// @param seconds between both times, without sign
public record SoundingState(
    Profile profile,
    double surfaceK,
    double emissivity,
    double cloudPercent,
    Moment time,
    double distanceKm,
    double seconds) {}
