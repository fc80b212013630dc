package org.jumelles.service.tap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.seis.body.Body;

/// What a product is of and by what, as far as its recipe and the entries of its raw data tell.
///
/// @param measured the physical quantity, in words of the Unified Content Descriptors; empty where
///     there is none, or the file does not tell it
/// @param host empty where it is not known
/// @param instrument empty where it is not known
record Mission(
    String target,
    String targetClass,
    Optional<String> host,
    Optional<String> instrument,
    Optional<String> measured,
    Optional<Level> level) {
  /// How far data are from the instrument, in the numbers of EPN-TAP 2.0.
  enum Level {
    RAW(2),
    CALIBRATED(3),
    DERIVED(5),
    ANCILLARY(6);

    private final long number;

    Level(long number) {
      this.number = number;
    }
  }

  private static final Set<String> CALIBRATIONS =
      Set.of("seis/motion", "iasi/brightness", "ryugu/reflectance");
  private static final Map<String, Level> LEVELS =
      Map.ofEntries(
          Map.entry("waveform", Level.RAW),
          Map.entry("grain-truth", Level.RAW),
          Map.entry("spectra", Level.CALIBRATED),
          Map.entry("event", Level.DERIVED),
          Map.entry("sounding", Level.DERIVED),
          Map.entry("channel", Level.ANCILLARY),
          Map.entry("basis", Level.ANCILLARY),
          Map.entry("lines", Level.ANCILLARY),
          Map.entry("water-continuum", Level.ANCILLARY),
          Map.entry("emissivity", Level.ANCILLARY),
          Map.entry("air-profile", Level.ANCILLARY),
          Map.entry("absorption-table", Level.ANCILLARY),
          Map.entry("samples", Level.ANCILLARY));

  static Mission of(Product product, List<Product> roots) {
    List<Entry> raw = roots.stream().flatMap(root -> root.entries().stream()).toList();
    String recipe = product.recipe().name();
    boolean simulated =
        roots.stream().anyMatch(root -> root.recipe().name().contains("simulation"));
    Optional<Level> level = level(product);
    Optional<String> measured =
        measured(product).map(word -> simulated ? word + ";meta.modelled" : word);
    if (recipe.startsWith("ryugu/") || has(raw, entry -> isOf(entry, "grain-truth", "cube"))) {
      return new Mission(
          simulated ? "simulated grain" : "Ryugu",
          "sample",
          simulated ? Optional.of("simulation") : Optional.empty(),
          simulated ? Optional.of("simulation") : Optional.empty(),
          measured,
          level);
    }
    if (recipe.startsWith("iasi/") || has(raw, entry -> isOf(entry, "spectra", "plume-truth"))) {
      return iasi(raw, simulated, measured, level);
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
        measured,
        level);
  }

  /// What calibrated the data, or what came in: of a stranger's cube the program does not know
  /// whether it is of counts.
  private static Optional<Level> level(Product product) {
    if (CALIBRATIONS.contains(product.recipe().name())) {
      return Optional.of(Level.CALIBRATED);
    }
    if (!product.inputs().isEmpty()) {
      return Optional.of(Level.DERIVED);
    }
    return product.entries().stream()
        .flatMap(entry -> Optional.ofNullable(LEVELS.get(entry.kind())).stream())
        .findFirst();
  }

  private static Optional<String> measured(Product product) {
    String recipe = product.recipe().name();
    boolean raw = product.inputs().isEmpty();
    List<Entry> entries = product.entries();
    if (recipe.equals("seis/motion")) {
      return Optional.of("phys.veloc");
    }
    if (recipe.equals("ryugu/reflectance")) {
      return Optional.of("phys.reflectance");
    }
    boolean isLevel1 = raw && has(entries, entry -> isOf(entry, "spectra"));
    if (isLevel1 || recipe.equals("iasi/brightness")) {
      return Optional.of("phot.radiance");
    }
    if (raw && has(entries, entry -> isOf(entry, "waveform"))) {
      return Optional.of("phys.veloc;stat.uncalib");
    }
    return raw && has(entries, entry -> isOf(entry, "grain-truth"))
        ? Optional.of("phot.radiance;obs.image;stat.uncalib")
        : Optional.empty();
  }

  private static Mission iasi(
      List<Entry> raw, boolean simulated, Optional<String> measured, Optional<Level> level) {
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
        measured,
        level);
  }

  /// Where the first network among the raw data stood.
  private static Body body(List<Entry> raw) {
    return raw.stream()
        .filter(entry -> isOf(entry, "waveform", "channel") && entry.key().startsWith("FDSN:"))
        .findFirst()
        .map(entry -> Body.ofNetwork(new SourceId(entry.key()).network()))
        .orElse(Body.byDefault());
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
    host.ifPresent(name -> cells.put("instrument_host_name", name));
    instrument.ifPresent(name -> cells.put("instrument_name", name));
    measured.ifPresent(ucd -> cells.put("measurement_type", ucd));
    level.ifPresent(one -> cells.put("processing_level", one.number));
  }

  private static void text(Map<String, Object> cells, String name, String value) {
    if (!value.isEmpty()) {
      cells.put(name, value);
    }
  }
}
