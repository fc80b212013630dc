package org.jumelles.seis.location;

/// From which direction a P wave came.
///
/// @param pdf by back azimuth in degrees clockwise from north, 0 to 360
/// @param degrees the circular median about the density's maximum
/// @param sigmaDeg half of the 68 % interval about it
/// @param rectilinearity 0 (a circle) to 1 (a line), the mean of what counted
/// @param incidenceDeg of the motion from the vertical, the mean of what counted
/// @param degreeOfPolarisation 0 (none) to 1, the mean of what counted
/// @param oppositeShare of the density that lies nearer to the opposite direction
public record BackAzimuth(
    Density pdf,
    double degrees,
    double sigmaDeg,
    double rectilinearity,
    double incidenceDeg,
    double degreeOfPolarisation,
    double oppositeShare) {}
