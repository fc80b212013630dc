package org.jumelles.iasi.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.kernel.time.Utc;

/// Alerts as a GeoJSON document (RFC 7946): one feature an alert, a point a pixel.
public final class AlertCollection {
  /// What must be read with every alert.
  public static final String LIMITS =
      "Skill is proven on simulated plumes only, whose shapes are parametric. No plume-free archive"
          + " stands behind the thresholds but 120 real spectra of one scan line, which support no"
          + " false-alarm rate below 2.5 % (95 % confidence). Clear sky is not demanded: the cloud"
          + " tests are told beside each alert.";

  private AlertCollection() {}

  /// Maps, lists, text and numbers, as JSON has them.
  ///
  /// @param source the granule's name
  public static Map<String, Object> geoJson(String source, Survey survey) {
    List<Map<String, Object>> features = new ArrayList<>();
    survey.alerts().forEach(alert -> features.add(feature(alert)));
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    collection.put("source", source);
    collection.put("spectra", survey.spectra());
    collection.put("spectra_flagged", survey.flagged());
    collection.put("limits", LIMITS);
    return collection;
  }

  private static Map<String, Object> feature(Alert alert) {
    List<List<Double>> points = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Alert.Pixel pixel : alert.pixels()) {
      points.add(List.of(pixel.longitudeDeg(), pixel.latitudeDeg()));
      rows.add(row(pixel));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", alert.kind().title());
    properties.put("pixels", alert.pixels().size());
    properties.put(
        "start",
        Utc.text(
            alert.pixels().stream()
                .map(Alert.Pixel::time)
                .min(Comparable::compareTo)
                .orElseThrow()));
    properties.put(
        "end",
        Utc.text(
            alert.pixels().stream()
                .map(Alert.Pixel::time)
                .max(Comparable::compareTo)
                .orElseThrow()));
    properties.put("strongest", rows.getFirst());
    properties.put("evidence", rows);
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    Map<String, Object> geometry = new LinkedHashMap<>(); // Map.of has another order in each JVM
    geometry.put("type", "MultiPoint");
    geometry.put("coordinates", points);
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  private static Map<String, Object> row(Alert.Pixel pixel) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("line", pixel.line());
    row.put("efov", pixel.view());
    row.put("pixel", pixel.number());
    row.put("time", Utc.text(pixel.time()));
    row.put("longitude_deg", pixel.longitudeDeg());
    row.put("latitude_deg", pixel.latitudeDeg());
    row.putAll(pixel.evidence());
    return row;
  }
}
