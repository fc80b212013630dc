package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.iasi.detection.Alert;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.iasi.detection.AlertSettings;
import org.jumelles.iasi.detection.Survey;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import tools.jackson.databind.json.JsonMapper;

/// `iasi/alerts`: what looks like a plume of SO2, dust or ash in a granule, as GeoJSON with its
/// evidence. No basis of principal components is used: it is the user's, and may not be there when
/// the product is made again.
final class AlertRecipe {
  static final Recipe RECIPE = new Recipe("iasi/alerts", "1");
  static final String PAYLOAD = "alerts.geojson";
  private static final long BYTES_A_SPECTRUM = 1024;
  private static final AlertSettings SETTINGS = AlertSettings.STANDARD;

  private final Archive archive;
  private final Provenance provenance;

  AlertRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  Work plan(Swath swath) {
    Map<String, String> parameters =
        Map.of(
            "subject",
            swath.subject(),
            "so2_k",
            Double.toString(SETTINGS.so2K()),
            "silicate_k",
            Double.toString(SETTINGS.silicateK()),
            "silicate_pixels",
            Integer.toString(SETTINGS.silicatePixels()));
    List<Identity> inputs = List.of(swath.found().product());
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    long spectra = Long.parseLong(swath.found().entry().attributes().getOrDefault("count", "0"));
    return new Work(
            identity,
            "alerts of " + swath.subject(),
            (16L << 20) + spectra * BYTES_A_SPECTRUM,
            () -> make(swath, parameters, inputs))
        .of(RECIPE, swath.span());
  }

  private Outcome<ProductDraft> make(
      Swath swath, Map<String, String> parameters, List<Identity> inputs) throws IOException {
    Moment started = Provenance.now();
    Survey survey = new Survey(SETTINGS);
    List<Defect> defects =
        swath.open(
            archive,
            granule ->
                Swath.eachLine(granule, line -> survey.add(line, Map.of(), Optional.empty())));
    Path file = archive.workFile(PAYLOAD);
    Files.writeString(
        file,
        new JsonMapper()
            .writeValueAsString(finite(AlertCollection.geoJson(swath.subject(), survey))));
    List<Alert> alerts = survey.alerts();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < alerts.size(); i++) {
      entries.add(entry(swath, alerts.get(i), i, Files.size(file)));
    }
    return Outcome.of(
        new ProductDraft(
            RECIPE,
            "Alerts of " + swath.subject(),
            parameters,
            inputs,
            List.of(new DraftPayload(PAYLOAD, "application/geo+json", file)),
            entries,
            provenance.since(
                started,
                Programme.ofKey(swath.subject()).name(),
                swath.found().entry().span().start()),
            Map.of(
                ProductDraft.SUBJECT,
                swath.subject(),
                "alerts",
                Integer.toString(alerts.size()),
                "spectra",
                Integer.toString(survey.spectra()),
                "spectra_flagged",
                Integer.toString(survey.flagged()))),
        defects);
  }

  /// JSON knows neither NaN nor infinity: such a number was not measured, and is left out.
  private static Object finite(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach(
            (key, one) -> {
              if (!(one instanceof Double number) || Double.isFinite(number)) {
                kept.put(String.valueOf(key), finite(one));
              }
            });
        yield kept;
      }
      case List<?> list -> list.stream().map(AlertRecipe::finite).toList();
      default -> value;
    };
  }

  private static Entry entry(Swath swath, Alert alert, int number, long size) {
    Alert.Pixel top = alert.pixels().getFirst();
    Moment first = top.time();
    Moment last = top.time();
    for (Alert.Pixel pixel : alert.pixels()) {
      first = pixel.time().isBefore(first) ? pixel.time() : first;
      last = pixel.time().isAfter(last) ? pixel.time() : last;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("alert", alert.kind().title());
    attributes.put("latitude", degrees(top.latitudeDeg()));
    attributes.put("longitude", degrees(top.longitudeDeg()));
    attributes.put("strength_k", String.format(Locale.ROOT, "%.3f", top.strength()));
    attributes.put("pixels", Integer.toString(alert.pixels().size()));
    return new Entry(
        "alert",
        swath.subject() + " alert " + (number + 1),
        new Span(first, last),
        PAYLOAD,
        0,
        size,
        attributes);
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
