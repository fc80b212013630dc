package org.jumelles.service.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import tools.jackson.databind.JsonNode;

/// One alert of the archive.
///
/// @param number of the alert in its product, from one
/// @param kind such as `so2`
/// @param granule that it was seen in, where the product tells
/// @param source the granule's name
/// @param strengthK of its strongest pixel, in kelvin, as text
/// @param feature as the recipe wrote it
public record StoredAlert(
    Product product,
    int number,
    String kind,
    Span span,
    Optional<Identity> granule,
    String source,
    String strengthK,
    JsonNode feature) {

  static StoredAlert of(Product product, int number, Found found, JsonNode document) {
    return new StoredAlert(
        product,
        number,
        found.entry().attributes().getOrDefault("alert", "not known"),
        found.entry().span(),
        product.inputs().stream().findFirst(),
        document.path("source").asString("not known"),
        found.entry().attributes().getOrDefault("strength_k", "not known"),
        document.path("features").path(number - 1));
  }

  public String id() {
    return product.identity().sha256Hex() + "-" + number;
  }

  public Moment start() {
    return span.start();
  }

  /// Longitudes and latitudes of its pixels in degrees.
  public List<double[]> places() {
    List<double[]> places = new ArrayList<>();
    for (JsonNode place : feature.path("geometry").path("coordinates")) {
      places.add(new double[] {place.path(0).asDouble(0), place.path(1).asDouble(0)});
    }
    return places;
  }

  /// `so2` as people write it.
  public String words() {
    return kind.replace('_', ' ').replace("so2", "SO2");
  }

  /// The page that shows its strongest pixel's spectrum.
  public Optional<String> page() {
    return granule.map(
        id ->
            "/iasi/granules/"
                + id.sha256Hex()
                + "?line="
                + strongest().path("line").asInt(0)
                + "&efov="
                + strongest().path("efov").asInt(0)
                + "&pixel="
                + strongest().path("pixel").asInt(0));
  }

  /// The row of evidence of its strongest pixel.
  public JsonNode strongest() {
    return feature.path("properties").path("strongest");
  }
}
