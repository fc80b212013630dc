package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;

/// Rows as a feature collection (RFC 7946), as maps and lists for any writer of JSON that shows an
/// empty optional as `null`. An event without an epicentre has no geometry. The standard's
/// coordinates are the Earth's: longitude and latitude are of the planet of the catalogue, and the
/// collection says so.
public final class CatalogueGeoJson {
  private CatalogueGeoJson() {}

  /// @param body such as `Mars`
  public static Map<String, Object> of(List<CatalogueRow> rows, String body) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("body", body);
    collection.put("features", rows.stream().map(CatalogueGeoJson::feature).toList());
    return collection;
  }

  private static Map<String, Object> feature(CatalogueRow row) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", row.id());
    if (row.latitudeDeg().isPresent() && row.longitudeDeg().isPresent()) {
      List<Double> place = new ArrayList<>();
      place.add(row.longitudeDeg().getAsDouble());
      place.add(row.latitudeDeg().getAsDouble());
      row.depthKm().ifPresent(km -> place.add(-1000 * km));
      feature.put("geometry", Map.of("type", "Point", "coordinates", place));
    } else {
      feature.put("geometry", Optional.empty());
    }
    feature.put("properties", properties(row));
    return feature;
  }

  private static Map<String, Object> properties(CatalogueRow row) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", row.name());
    row.type().map(EventType::catalogueName).ifPresent(type -> told.put("type", type));
    row.quality().map(Quality::name).ifPresent(quality -> told.put("quality", quality));
    told.put("origin_time", Utc.text(row.originTime()));
    put(told, "distance_deg", row.distanceDeg());
    put(told, "distance_sigma_deg", row.distanceSigmaDeg());
    put(told, "back_azimuth_deg", row.azimuthDeg());
    put(told, "back_azimuth_sigma_deg", row.azimuthSigmaDeg());
    put(told, "magnitude", row.magnitude());
    row.magnitudeType().ifPresent(type -> told.put("magnitude_type", type));
    row.span()
        .ifPresent(
            span -> {
              told.put("start", Utc.text(span.start()));
              told.put("end", Utc.text(span.end()));
            });
    row.picks().forEach((phase, pick) -> told.put("pick_" + phase, Utc.text(pick.time())));
    return told;
  }

  private static void put(Map<String, Object> told, String name, OptionalDouble value) {
    value.ifPresent(number -> told.put(name, number));
  }
}
