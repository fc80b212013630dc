package org.jumelles.service.fdsn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Json;

/// Events as a GeoJSON FeatureCollection (RFC 7946), with the properties that catalogue clients
/// read. Coordinates are planetographic longitude, latitude (degrees) and, where known, height
/// (metres, negative downwards) on the body that `properties.body` names.
final class EventGeoJson {
  static final String MEDIA_TYPE = "application/geo+json";

  private EventGeoJson() {}

  static String of(List<EventCatalogue.Listed> events) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("metadata", Map.of("totalCount", events.size()));
    collection.put("features", events.stream().map(EventGeoJson::feature).toList());
    return Json.text(collection);
  }

  private static Map<String, Object> feature(EventCatalogue.Listed listed) {
    Event event = listed.event();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("source_id", event.publicID());
    properties.put("name", listed.holding().shownName());
    properties.put("body", body(event));
    properties.put("time", Utc.text(listed.time()));
    event
        .creationInfo()
        .flatMap(CreationInfo::creationTime)
        .ifPresent(updated -> properties.put("lastupdate", Utc.text(updated.value())));
    event
        .preferredMagnitude()
        .ifPresent(
            magnitude -> {
              properties.put("mag", magnitude.mag().value());
              magnitude.type().ifPresent(type -> properties.put("magtype", type));
            });
    event.type().ifPresent(type -> properties.put("evtype", type));
    event.marsType().ifPresent(type -> properties.put("mars_type", type.term()));
    event
        .preferredOrigin()
        .flatMap(Origin::marsLocationQuality)
        .ifPresent(quality -> properties.put("mars_quality", quality.name()));
    event
        .preferredOrigin()
        .flatMap(Origin::depth)
        .ifPresent(depth -> properties.put("depth_km", depth.value() / 1000));
    listed.contributor().ifPresent(who -> properties.put("auth", who));
    properties.put("lineage", "/products/" + listed.holding().product().sha256Hex());

    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", event.publicID());
    feature.put("geometry", event.preferredOrigin().map(EventGeoJson::point));
    feature.put("properties", properties);
    return feature;
  }

  /// Mars, where an extension of Mars speaks; the standard itself names no body.
  private static String body(Event event) {
    boolean mars =
        event.marsType().isPresent()
            || event.origins().stream().anyMatch(o -> o.marsLocationQuality().isPresent())
            || event.magnitudes().stream()
                .flatMap(magnitude -> magnitude.type().stream())
                .anyMatch("MFB"::equals);
    return mars ? "Mars" : "unknown";
  }

  private static Map<String, Object> point(Origin origin) {
    double longitude = origin.longitude().value();
    double latitude = origin.latitude().value();
    Object coordinates =
        origin
            .depth()
            .map(depth -> List.of(longitude, latitude, 0.0 - depth.value()))
            .orElse(List.of(longitude, latitude));
    return Map.of("type", "Point", "coordinates", coordinates);
  }
}
