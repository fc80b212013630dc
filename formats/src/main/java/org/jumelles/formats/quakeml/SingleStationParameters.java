package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.Optional;

/// What the single-station extension adds to a catalogue.
///
/// @param distanceComputations how distances came to be
/// @param azimuthComputations how azimuths came to be
/// @param rest all else, the plain text fields among it
public record SingleStationParameters(
    String publicID,
    List<SingleStationOrigin> singleStationOrigins,
    List<SingleStationPick> singleStationPicks,
    List<Computation> distanceComputations,
    List<Computation> azimuthComputations,
    Rest rest) {
  public SingleStationParameters {
    singleStationOrigins = List.copyOf(singleStationOrigins);
    singleStationPicks = List.copyOf(singleStationPicks);
    distanceComputations = List.copyOf(distanceComputations);
    azimuthComputations = List.copyOf(azimuthComputations);
  }

  /// What belongs to an origin of the catalogue.
  public Optional<SingleStationOrigin> of(Origin origin) {
    return singleStationOrigins.stream()
        .filter(o -> o.bedOriginReference().equals(origin.publicID()))
        .findFirst();
  }
}
