package org.jumelles.seis.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;

/// One event of a catalogue, by its preferred origin.
///
/// @param id as the catalogue has it
/// @param name for people, such as `S1222a`; the id where there is none
/// @param originTime at the source, or what the catalogue holds for it
/// @param span from where it was first seen to its end, where both are told
/// @param distanceDeg from the station, with `distanceSigmaDeg`; empty where not located
/// @param azimuthDeg from the station, clockwise from north, with `azimuthSigmaDeg`
/// @param latitudeDeg of the epicentre, as `longitudeDeg`; empty where not located
/// @param depthKm below the surface
/// @param magnitude the preferred one, of the scale `magnitudeType`
/// @param picks by phase; the first of each
public record CatalogueRow(
    String id,
    String name,
    Optional<EventType> type,
    Optional<Quality> quality,
    Moment originTime,
    Optional<Span> span,
    OptionalDouble distanceDeg,
    OptionalDouble distanceSigmaDeg,
    OptionalDouble azimuthDeg,
    OptionalDouble azimuthSigmaDeg,
    OptionalDouble latitudeDeg,
    OptionalDouble longitudeDeg,
    OptionalDouble depthKm,
    OptionalDouble magnitude,
    Optional<String> magnitudeType,
    Map<String, PickedTime> picks) {
  public CatalogueRow {
    picks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(picks));
  }

  /// When a phase was picked, and how well; the sigma is empty where it is not told.
  public record PickedTime(Moment time, OptionalDouble sigmaSeconds) {}

  /// When its first wave came: P or Pg, else when it was first seen, else its origin time.
  public Moment arrival() {
    return first().map(PickedTime::time).or(() -> span.map(Span::start)).orElse(originTime);
  }

  /// P or Pg.
  public Optional<PickedTime> first() {
    return Optional.ofNullable(picks.get("P")).or(() -> Optional.ofNullable(picks.get("Pg")));
  }

  /// S or Sg.
  public Optional<PickedTime> second() {
    return Optional.ofNullable(picks.get("S")).or(() -> Optional.ofNullable(picks.get("Sg")));
  }

  /// The same at a place.
  public CatalogueRow at(OptionalDouble latitude, OptionalDouble longitude) {
    return new CatalogueRow(
        id,
        name,
        type,
        quality,
        originTime,
        span,
        distanceDeg,
        distanceSigmaDeg,
        azimuthDeg,
        azimuthSigmaDeg,
        latitude,
        longitude,
        depthKm,
        magnitude,
        magnitudeType,
        picks);
  }

  /// The same with other picks.
  public CatalogueRow with(Map<String, PickedTime> others) {
    return new CatalogueRow(
        id,
        name,
        type,
        quality,
        originTime,
        span,
        distanceDeg,
        distanceSigmaDeg,
        azimuthDeg,
        azimuthSigmaDeg,
        latitudeDeg,
        longitudeDeg,
        depthKm,
        magnitude,
        magnitudeType,
        others);
  }
}
