package org.jumelles.service.tap;

import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.product.Product;

/// How the file of a product is organised, in the two letters of EPN-TAP 2.0 (2.1.2): `ts` time
/// series, `sp` spectrum, `ds` dynamic spectrum, `sc` spectral cube, `im` image or several, `ma`
/// map, `pr` profile, `ca` catalogue, `ev` event, `cu` numbers along several other axes.
final class DataproductType {
  private static final Map<String, String> OF_RECIPE =
      Map.ofEntries(
          Map.entry("seis/simulation", "ts"),
          Map.entry("seis/live", "ts"),
          Map.entry("seis/motion", "ts"),
          Map.entry("seis/detection", "ca"),
          Map.entry("seis/event", "im"),
          Map.entry("seis/sol", "im"),
          Map.entry("seis/spectrogram", "ds"),
          Map.entry("seis/noise", "sp"),
          Map.entry("iasi/simulation", "sc"),
          Map.entry("iasi/brightness", "sc"),
          Map.entry("iasi/compression", "sc"),
          Map.entry("iasi/alerts", "ca#ev"),
          Map.entry("iasi/day", "ma"),
          Map.entry("iasi/table", "cu"),
          Map.entry("iasi/column", "cu"),
          Map.entry("iasi/column-day", "ma"),
          Map.entry("ryugu/simulation", "sc"),
          Map.entry("ryugu/reflectance", "sc"),
          Map.entry("ryugu/composition", "im"),
          Map.entry("ryugu/bands", "im"),
          Map.entry("ryugu/components", "im"),
          Map.entry("ryugu/survey", "im"),
          Map.entry("ryugu/spectra", "sp"));

  private static final Map<String, String> OF_KIND =
      Map.ofEntries(
          Map.entry("waveform", "ts"),
          Map.entry("event", "ca"),
          Map.entry("picks", "ca"),
          Map.entry("channel", "ca"),
          Map.entry("spectra", "sc"),
          Map.entry("sounding", "pr"),
          Map.entry("lines", "ca"),
          Map.entry("basis", "sp"),
          Map.entry("water-continuum", "sp"),
          Map.entry("emissivity", "cu"),
          Map.entry("air-profile", "pr"),
          Map.entry("cube", "sc"),
          Map.entry("library", "sp"),
          Map.entry("samples", "ca"));

  private DataproductType() {}

  /// Empty for a file that is of no format that is read here.
  static Optional<String> of(Product product) {
    return ofRecipe(product.recipe().name())
        .or(
            () ->
                product.entries().stream()
                    .flatMap(entry -> Optional.ofNullable(OF_KIND.get(entry.kind())).stream())
                    .findFirst());
  }

  /// Empty for what only keeps a stranger's file.
  static Optional<String> ofRecipe(String name) {
    return Optional.ofNullable(OF_RECIPE.get(name));
  }
}
