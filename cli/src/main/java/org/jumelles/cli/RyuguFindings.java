package org.jumelles.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.pipeline.recipe.ryugu.RyuguChain;

/// What the archive holds of grains after a run, beside what is truly in the simulated ones.
record RyuguFindings(List<Found> grains, List<Found> truths) implements Findings {
  private static final String SHARE = "share ";

  static RyuguFindings of(RyuguChain.Report report) {
    return new RyuguFindings(report.grains(), report.truths());
  }

  @Override
  public Map<String, Object> document() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Found grain : grains) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("grain", grain.entry().key());
      row.put("product", grain.product().sha256Hex());
      row.put("found", grain.entry().attributes());
      truth(grain).ifPresent(truth -> row.put("true", truth.entry().attributes()));
      rows.add(row);
    }
    return Map.of("grains", rows);
  }

  private Optional<Found> truth(Found grain) {
    return truths.stream()
        .filter(truth -> truth.entry().key().equals(grain.entry().key()))
        .findFirst();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (grains.isEmpty()) {
      return lines;
    }
    lines.add("Grains     " + grains.size());
    for (Found grain : grains) {
      Map<String, String> found = grain.entry().attributes();
      Map<String, String> known =
          truth(grain).map(truth -> truth.entry().attributes()).orElse(Map.of());
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-12s %s pixels; OH %s um, sigma %s%s; NH depth %s, sigma %s",
              grain.entry().key(),
              found.get("grain_pixels"),
              found.get("OH centre um"),
              found.get("OH centre sigma um"),
              known.containsKey("oh_centre_um")
                  ? String.format(Locale.ROOT, ", true %.5f", number(known.get("oh_centre_um")))
                  : "",
              found.get("NH depth"),
              found.get("NH depth sigma")));
      for (Map.Entry<String, String> one : found.entrySet()) {
        if (one.getKey().startsWith(SHARE)) {
          lines.add(
              String.format(
                  Locale.ROOT,
                  "    %-11s share %.4f%s",
                  one.getKey().substring(SHARE.length()),
                  number(one.getValue()),
                  known.containsKey(one.getKey())
                      ? String.format(Locale.ROOT, ", true %.4f", number(known.get(one.getKey())))
                      : ""));
        }
      }
    }
    return lines;
  }

  private static double number(@org.jspecify.annotations.Nullable String text) {
    return text == null ? Double.NaN : Double.parseDouble(text);
  }
}
