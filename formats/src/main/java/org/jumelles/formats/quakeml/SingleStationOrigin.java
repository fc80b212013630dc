package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A location from one station: distance, azimuth, depth and origin time, each with its density,
/// several of each, one preferred.
///
/// @param bedOriginReference publicID of the [Origin]
/// @param locationQuality A to D
/// @param distances degrees
/// @param azimuths from the station, degrees
/// @param depths metres
/// @param originTimes densities over UTC
/// @param rest all else, the plain text fields among it
public record SingleStationOrigin(
    String publicID,
    String bedOriginReference,
    Optional<Classification> locationQuality,
    List<Estimate<Double>> distances,
    List<Estimate<Double>> azimuths,
    List<Estimate<Double>> depths,
    List<Estimate<Moment>> originTimes,
    Rest rest) {
  public SingleStationOrigin {
    distances = List.copyOf(distances);
    azimuths = List.copyOf(azimuths);
    depths = List.copyOf(depths);
    originTimes = List.copyOf(originTimes);
  }

  public Optional<MarsLocationQuality> marsLocationQuality() {
    return locationQuality.flatMap(c -> MarsLocationQuality.of(c.term()));
  }

  public Optional<Estimate<Double>> preferredDistance() {
    return preferred(distances, preferredDistanceID());
  }

  public Optional<Estimate<Double>> preferredAzimuth() {
    return preferred(azimuths, preferredAzimuthID());
  }

  public Optional<Estimate<Double>> preferredDepth() {
    return preferred(depths, preferredDepthID());
  }

  public Optional<Estimate<Moment>> preferredOriginTime() {
    return preferred(originTimes, preferredOriginTimeID());
  }

  private static <T> Optional<Estimate<T>> preferred(
      List<Estimate<T>> estimates, Optional<String> id) {
    return id.flatMap(
        wanted -> estimates.stream().filter(e -> e.publicID().equals(wanted)).findFirst());
  }

  public Optional<String> preferredDistanceID() {
    return rest.text("preferredDistanceID");
  }

  public Optional<String> preferredAzimuthID() {
    return rest.text("preferredAzimuthID");
  }

  public Optional<String> preferredDepthID() {
    return rest.text("preferredDepthID");
  }

  public Optional<String> preferredOriginTimeID() {
    return rest.text("preferredOriginTimeID");
  }
}
