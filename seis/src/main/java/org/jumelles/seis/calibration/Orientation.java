package org.jumelles.seis.calibration;

import java.util.Optional;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Measure;

/// Which way a sensor's positive output points.
///
/// @param azimuthDeg clockwise from north
/// @param dipDeg down from the horizontal, -90 (up) to 90 (down)
public record Orientation(double azimuthDeg, double dipDeg) {
  public Orientation {
    if (!Double.isFinite(azimuthDeg) || !(Math.abs(dipDeg) <= 90)) {
      throw new IllegalArgumentException(
          "an azimuth of " + azimuthDeg + ", a dip of " + dipDeg + " degrees");
    }
  }

  /// @throws IllegalArgumentException where the channel tells no azimuth or no dip
  public static Orientation of(Channel channel) {
    return new Orientation(
        told(channel, "azimuth", channel.azimuth()), told(channel, "dip", channel.dip()));
  }

  private static double told(Channel channel, String name, Optional<Measure> angle) {
    return angle
        .map(Measure::value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "channel " + channel.node().code() + " tells no " + name));
  }

  /// Shares of up, north and east.
  double[] upNorthEast() {
    double azimuth = StrictMath.toRadians(azimuthDeg);
    double dip = StrictMath.toRadians(dipDeg);
    return new double[] {
      -StrictMath.sin(dip),
      StrictMath.cos(azimuth) * StrictMath.cos(dip),
      StrictMath.sin(azimuth) * StrictMath.cos(dip)
    };
  }
}
