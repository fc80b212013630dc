package org.jumelles.formats.stationxml;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A channel epoch.
///
/// @param locationCode empty where there is none
/// @param depth metres below the elevation unless its unit says otherwise
/// @param azimuth degrees clockwise from north
/// @param dip degrees down from the horizontal, -90 to 90
/// @param sampleRate samples a second
public record Channel(
    BaseNode node,
    String locationCode,
    Position position,
    Measure depth,
    Optional<Measure> azimuth,
    Optional<Measure> dip,
    Optional<Measure> sampleRate,
    Optional<Equipment> sensor,
    Optional<Equipment> dataLogger,
    Optional<Response> response,
    Kept kept) {

  /// The start of the epoch, or the earliest instant there is.
  Moment start() {
    return node.epoch().start().orElse(Moment.MIN);
  }

  Channel withResponse(Optional<Response> other) {
    return new Channel(
        node,
        locationCode,
        position,
        depth,
        azimuth,
        dip,
        sampleRate,
        sensor,
        dataLogger,
        other,
        kept);
  }
}
