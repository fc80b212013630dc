package org.jumelles.formats.stationxml;

/// Where something stands on its planet.
///
/// @param latitude degrees, -90 to 90, north positive
/// @param longitude degrees, -180 to 180 (to 360 as some write it), east positive
/// @param elevation metres above the datum unless its unit says otherwise
public record Position(Measure latitude, Measure longitude, Measure elevation) {}
