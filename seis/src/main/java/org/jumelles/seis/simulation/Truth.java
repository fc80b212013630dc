package org.jumelles.seis.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.event.EventType;

/// What is truly in a simulated stretch of time.
public record Truth(List<Quake> quakes, List<Glitch> glitches) {
  public Truth {
    quakes = List.copyOf(quakes);
    glitches = List.copyOf(glitches);
  }

  /// One simulated quake.
  ///
  /// @param distanceDeg epicentral distance, above 0 to 90
  /// @param backAzimuthDeg from the station to the quake, clockwise from north, 0 to 360
  /// @param depthKm below the surface
  /// @param magnitude of the scale that the type is sized by: mb(S) for LF, BB and WB, M2.4 for HF
  /// and its kin
  public record Quake(
      String name,
      EventType type,
      Moment origin,
      Moment p,
      Moment s,
      Moment end,
      double distanceDeg,
      double backAzimuthDeg,
      double depthKm,
      double magnitude) {}

  /// One step in acceleration.
  ///
  /// @param channel `U`, `V` or `W`, the only one it is seen on, or `UVW`
  /// @param accelerationMPerS2 height of the step
  public record Glitch(Moment time, String channel, double accelerationMPerS2) {}

  /// The quakes as comma-separated values with a heading.
  public String quakesCsv() {
    return quakes.stream()
        .map(
            q ->
                String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%s,%.3f,%.1f,%.1f,%.2f%n",
                    q.name,
                    q.type.catalogueName(),
                    q.origin,
                    q.p,
                    q.s,
                    q.end,
                    q.distanceDeg,
                    q.backAzimuthDeg,
                    q.depthKm,
                    q.magnitude))
        .map(line -> line.replace(System.lineSeparator(), "\n"))
        .collect(
            Collectors.joining(
                "",
                "name,type,origin,p,s,end,distance_deg,back_azimuth_deg,depth_km,magnitude\n",
                ""));
  }

  /// The glitches as comma-separated values with a heading.
  public String glitchesCsv() {
    return glitches.stream()
        .map(g -> g.time + "," + g.channel + "," + g.accelerationMPerS2 + "\n")
        .collect(Collectors.joining("", "time,channel,acceleration_m_per_s2\n", ""));
  }
}
