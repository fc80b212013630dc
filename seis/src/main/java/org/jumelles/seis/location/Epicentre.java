package org.jumelles.seis.location;

import java.util.ArrayList;
import java.util.List;

/// Where an event was: a distance and a back azimuth seen from one station, on a sphere.
///
/// @param latitudeDeg of the greatest joint density, -90 to 90
/// @param longitudeDeg -180 to 180, east positive
/// @param radialSigmaDeg along the line from the station
/// @param transverseSigmaDeg across it
/// @param backAzimuthDeg of that line, at the station
/// @param region outline of the greatest densities that hold 68 % of the probability, closed, each
///     a longitude and a latitude in degrees; what lies apart of the greatest is left out
/// @param share of the probability within the outline, 0.68 or less where there is more than one
/// region
public record Epicentre(
    double latitudeDeg,
    double longitudeDeg,
    double radialSigmaDeg,
    double transverseSigmaDeg,
    double backAzimuthDeg,
    List<Point> region,
    double share) {
  private static final double SHARE = 0.68;
  private static final int DIRECTIONS = 360;

  public Epicentre {
    region = List.copyOf(region);
  }

  /// A place on the sphere.
  public record Point(double longitudeDeg, double latitudeDeg) {}

  /// @param stationLatitudeDeg of the station, as `stationLongitudeDeg`
  public static Epicentre of(
      double stationLatitudeDeg,
      double stationLongitudeDeg,
      Distance distance,
      BackAzimuth azimuth) {
    Point place =
        destination(stationLatitudeDeg, stationLongitudeDeg, distance.degrees(), azimuth.degrees());
    Lobe lobe = Lobe.of(distance.pdf(), azimuth.pdf(), azimuth.degrees());
    List<Point> outline = new ArrayList<>();
    for (int a = lobe.first; a <= lobe.last; a++) {
      outline.add(destination(stationLatitudeDeg, stationLongitudeDeg, lobe.farDeg(a), a));
    }
    for (int a = lobe.last; a >= lobe.first; a--) {
      outline.add(destination(stationLatitudeDeg, stationLongitudeDeg, lobe.nearDeg(a), a));
    }
    outline.add(outline.getFirst());
    return new Epicentre(
        place.latitudeDeg,
        place.longitudeDeg,
        distance.sigmaDeg(),
        azimuth.sigmaDeg() * Math.sin(Math.toRadians(distance.degrees())),
        azimuth.degrees(),
        outline,
        lobe.share);
  }

  /// The place at a distance and azimuth from another.
  public static Point destination(
      double latitudeDeg, double longitudeDeg, double distanceDeg, double azimuthDeg) {
    double latitude = Math.toRadians(latitudeDeg);
    double distance = Math.toRadians(distanceDeg);
    double azimuth = Math.toRadians(azimuthDeg);
    double sine =
        Math.sin(latitude) * Math.cos(distance)
            + Math.cos(latitude) * Math.sin(distance) * Math.cos(azimuth);
    double to = Math.asin(Math.clamp(sine, -1, 1));
    double east = Math.sin(azimuth) * Math.sin(distance) * Math.cos(latitude);
    double north = Math.cos(distance) - Math.sin(latitude) * sine;
    double longitude = longitudeDeg + Math.toDegrees(Math.atan2(east, north));
    return new Point(Math.IEEEremainder(longitude, 360), Math.toDegrees(to));
  }

  /// The region of the greatest densities about the maximum, by whole degrees of azimuth.
  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
  private record Lobe(int first, int last, double[] near, double[] far, double share) {

    static Lobe of(Density distance, Density azimuth, double middleDeg) {
      double[] d = distance.density();
      double[] grid = distance.variable();
      double[] turned = new double[DIRECTIONS];
      int middle = (int) Math.round(middleDeg);
      double sum = 0;
      for (int i = 0; i < DIRECTIONS; i++) {
        turned[i] = azimuth.density()[Math.floorMod(middle - 180 + i, DIRECTIONS)];
        sum += turned[i];
      }
      double step = grid[1] - grid[0];
      double threshold = threshold(d, turned, sum, step);
      double[] near = new double[DIRECTIONS];
      double[] far = new double[DIRECTIONS];
      int peak = 0;
      for (int i = 0; i < DIRECTIONS; i++) {
        peak = turned[i] > turned[peak] ? i : peak;
        near[i] = Double.NaN;
        for (int k = 0; k < d.length; k++) {
          if (d[k] * turned[i] >= threshold) {
            near[i] = Double.isNaN(near[i]) ? grid[k] : near[i];
            far[i] = grid[k];
          }
        }
      }
      int first = peak;
      int last = peak;
      while (first > 0 && !Double.isNaN(near[first - 1])) {
        first--;
      }
      while (last < DIRECTIONS - 1 && !Double.isNaN(near[last + 1])) {
        last++;
      }
      double share = share(d, turned, sum, step, threshold, first, last);
      int offset = middle - 180;
      return new Lobe(
          first + offset,
          last + offset,
          java.util.Arrays.copyOfRange(near, first, last + 1),
          java.util.Arrays.copyOfRange(far, first, last + 1),
          share);
    }

    double nearDeg(int azimuthDeg) {
      return near[azimuthDeg - first];
    }

    double farDeg(int azimuthDeg) {
      return far[azimuthDeg - first];
    }

    /// Halved until what lies above holds 68 %.
    private static double threshold(double[] d, double[] a, double sum, double step) {
      double low = 0;
      double high = greatest(d) * greatest(a);
      for (int i = 0; i < 40; i++) {
        double middle = 0.5 * (low + high);
        if (share(d, a, sum, step, middle, 0, DIRECTIONS - 1) > SHARE) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private static double share(
        double[] d, double[] a, double sum, double step, double threshold, int first, int last) {
      double share = 0;
      for (int i = first; i <= last; i++) {
        for (double density : d) {
          share += density * a[i] >= threshold ? density * a[i] : 0;
        }
      }
      return share * step / sum;
    }

    private static double greatest(double[] values) {
      double greatest = 0;
      for (double value : values) {
        greatest = Math.max(greatest, value);
      }
      return greatest;
    }
  }
}
