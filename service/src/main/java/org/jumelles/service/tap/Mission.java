package org.jumelles.service.tap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.seis.body.Body;

/// What a product is of and by what, as far as its recipe and the entries of its raw data tell.
///
/// @param host empty where it is not known
/// @param instrument empty where it is not known
record Mission(
    String target,
    String targetClass,
    Optional<String> host,
    Optional<String> instrument,
    Optional<String> measured,
    String type,
    long level) {

  static Mission of(Product product, List<Product> roots) {
    List<Entry> raw = roots.stream().flatMap(root -> root.entries().stream()).toList();
    String recipe = product.recipe().name();
    boolean simulated =
        roots.stream().anyMatch(root -> root.recipe().name().contains("simulation"));
    long level = simulated && roots.contains(product) ? 1 : product.inputs().isEmpty() ? 1 : 4;
    if (recipe.startsWith("ryugu/") || has(raw, entry -> isOf(entry, "grain", "cube"))) {
      return new Mission(
          simulated ? "simulated grain" : "Ryugu",
          "sample",
          simulated ? Optional.of("simulation") : Optional.empty(),
          simulated ? Optional.of("simulation") : Optional.empty(),
          Optional.of("phys.albedo"),
          "cu",
          recipe.equals("ryugu/reflectance") ? 3 : level);
    }
    if (recipe.startsWith("iasi/") || has(raw, entry -> isOf(entry, "spectra", "plume-truth"))) {
      return iasi(recipe, raw, simulated, level);
    }
    boolean insight = has(raw, entry -> entry.key().startsWith("FDSN:XB_ELYSE"));
    boolean invented = simulated || has(raw, entry -> entry.key().startsWith("FDSN:XX_SIMLY"));
    boolean seis =
        recipe.startsWith("seis/")
            || has(raw, entry -> isOf(entry, "waveform", "event", "channel"));
    Body body = body(raw);
    String host = invented ? "simulation" : insight ? "InSight" : "";
    String instrument = invented ? "simulation" : insight ? "SEIS" : "";
    return new Mission(
        seis ? body.target() : "",
        seis ? body.kind() : "",
        Optional.of(host).filter(name -> !name.isEmpty()),
        Optional.of(instrument).filter(name -> !name.isEmpty()),
        seis ? Optional.of("phys.veloc") : Optional.empty(),
        seismicType(product),
        recipe.equals("seis/motion") ? 3 : level);
  }

  private static Mission iasi(String recipe, List<Entry> raw, boolean simulated, long level) {
    Optional<String> platform =
        raw.stream()
            .flatMap(entry -> Optional.ofNullable(entry.attributes().get("platform")).stream())
            .filter(name -> !name.equals("not known"))
            .findFirst();
    return new Mission(
        "Earth",
        "planet",
        simulated ? Optional.of("simulation") : platform,
        Optional.of(simulated ? "simulation" : "IASI"),
        Optional.of("phot.radiance"),
        recipe.equals("iasi/alerts") ? "ev" : recipe.equals("iasi/day") ? "ma" : "cu",
        recipe.equals("iasi/brightness") ? 3 : level);
  }

  /// Where the first network among the raw data stood.
  private static Body body(List<Entry> raw) {
    return raw.stream()
        .filter(entry -> isOf(entry, "waveform", "channel") && entry.key().startsWith("FDSN:"))
        .findFirst()
        .map(entry -> Body.ofNetwork(new SourceId(entry.key()).network()))
        .orElse(Body.byDefault());
  }

  private static String seismicType(Product product) {
    List<Entry> entries = product.entries();
    if (has(entries, entry -> isOf(entry, "waveform"))) {
      return "ts";
    }
    if (has(entries, entry -> isOf(entry, "event"))) {
      return "ca";
    }
    return product.recipe().name().equals("seis/spectrogram") ? "ds" : "";
  }

  private static boolean isOf(Entry entry, String... kinds) {
    return List.of(kinds).contains(entry.kind());
  }

  private static boolean has(List<Entry> entries, Predicate<Entry> wanted) {
    return entries.stream().anyMatch(wanted);
  }

  void tell(Map<String, Object> cells) {
    text(cells, "target_name", target);
    text(cells, "target_class", targetClass);
    text(cells, "dataproduct_type", type);
    host.ifPresent(name -> cells.put("instrument_host_name", name));
    instrument.ifPresent(name -> cells.put("instrument_name", name));
    measured.ifPresent(ucd -> cells.put("measurement_type", ucd));
    cells.put("processing_level", level);
  }

  private static void text(Map<String, Object> cells, String name, String value) {
    if (!value.isEmpty()) {
      cells.put(name, value);
    }
  }
}
