package org.jumelles.iasi.spectrum;

/// Where 120 pixels lie and from where they are seen and lit, in degrees; NaN where not known.
///
/// Longitude is east, -180 to 180. Azimuth is clockwise from north. Arrays are shared, not copied.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Geometry(
    double[] longitudeDeg,
    double[] latitudeDeg,
    double[] satelliteZenithDeg,
    double[] satelliteAzimuthDeg,
    double[] solarZenithDeg,
    double[] solarAzimuthDeg) {}
