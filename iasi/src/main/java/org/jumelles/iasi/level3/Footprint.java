package org.jumelles.iasi.level3;

/// The ellipse on the ground that a pixel sees: 12 km across at nadir, at a slant longer towards
/// the satellite. Sampled at points of equal area.
final class Footprint {
  private static final double NADIR_KM = 12;
  private static final double EARTH_KM = 6371.0088;
  private static final double ORBIT_KM = EARTH_KM + 817;
  private static final double KM_PER_DEG = EARTH_KM * Math.PI / 180;

  /// Rings of the sampling, with as many points as their area wants: 1, 6, 12, 18.
  private static final int RINGS = 4;

  static final int POINTS = 1 + 6 + 12 + 18;

  private Footprint() {}

  /// Takes a place.
  @FunctionalInterface
  interface Taker {
    void take(double latitudeDeg, double longitudeDeg);
  }

  static void sample(
      double latitudeDeg, double longitudeDeg, double zenithDeg, double azimuthDeg, Taker taker) {
    double zenith = Math.toRadians(zenithDeg);
    double nadir = Math.asin(EARTH_KM / ORBIT_KM * Math.sin(zenith));
    double centre = zenith - nadir;
    double range =
        Math.sqrt(
            EARTH_KM * EARTH_KM + ORBIT_KM * ORBIT_KM - 2 * EARTH_KM * ORBIT_KM * Math.cos(centre));
    double minorKm = NADIR_KM / 2 * range / (ORBIT_KM - EARTH_KM);
    double majorKm = minorKm / Math.cos(zenith);
    double azimuth = Math.toRadians(azimuthDeg);
    for (int ring = 0; ring < RINGS; ring++) {
      int points = Math.max(1, 6 * ring);
      double radius = ring / (RINGS - 0.5);
      for (int i = 0; i < points; i++) {
        double turn = 2 * Math.PI * i / points;
        double along = majorKm * radius * Math.cos(turn);
        double aside = minorKm * radius * Math.sin(turn);
        double north = along * Math.cos(azimuth) - aside * Math.sin(azimuth);
        double east = along * Math.sin(azimuth) + aside * Math.cos(azimuth);
        place(latitudeDeg, longitudeDeg, north, east, taker);
      }
    }
  }

  /// Walks from a place; over the pole it comes down on the other side.
  private static void place(
      double latitudeDeg, double longitudeDeg, double northKm, double eastKm, Taker taker) {
    double lat = Math.toRadians(latitudeDeg);
    double distance = Math.hypot(northKm, eastKm) / EARTH_KM;
    if (distance * EARTH_KM < 1e-9 * KM_PER_DEG) {
      taker.take(latitudeDeg, longitudeDeg);
      return;
    }
    double bearing = Math.atan2(eastKm, northKm);
    double sine =
        Math.sin(lat) * Math.cos(distance) + Math.cos(lat) * Math.sin(distance) * Math.cos(bearing);
    double turn =
        Math.atan2(
            Math.sin(bearing) * Math.sin(distance) * Math.cos(lat),
            Math.cos(distance) - Math.sin(lat) * sine);
    taker.take(
        Math.toDegrees(Math.asin(Math.clamp(sine, -1, 1))), longitudeDeg + Math.toDegrees(turn));
  }
}
