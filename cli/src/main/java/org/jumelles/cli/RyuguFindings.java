package org.jumelles.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.pipeline.recipe.ryugu.RyuguChain;

/// What the archive holds of grains, cubes and samples after a run, beside what is truly in the
/// simulated grains.
record RyuguFindings(List<Found> grains, List<Found> truths, List<Found> cubes, int samples)
    implements Findings {
  private static final int CUBES_SHOWN = 20;
  private static final String SHARE = "share ";

  static RyuguFindings of(RyuguChain.Report report) {
    return new RyuguFindings(report.grains(), report.truths(), report.cubes(), report.samples());
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
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("grains", rows);
    document.put("cubes", cubes.stream().map(RyuguFindings::cube).toList());
    document.put("samples", samples);
    return document;
  }

  private static Map<String, Object> cube(Found cube) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("cube", cube.entry().key());
    row.put("product", cube.product().sha256Hex());
    row.put("found", cube.entry().attributes());
    return row;
  }

  private Optional<Found> truth(Found grain) {
    return truths.stream()
        .filter(truth -> truth.entry().key().equals(grain.entry().key()))
        .findFirst();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!grains.isEmpty()) {
      lines.addAll(grainLines());
    }
    if (!cubes.isEmpty()) {
      lines.add("Cubes      " + cubes.size());
      cubes.stream().limit(CUBES_SHOWN).forEach(cube -> lines.add(line(cube)));
      if (cubes.size() > CUBES_SHOWN) {
        lines.add("  and " + (cubes.size() - CUBES_SHOWN) + " more; --json gives them all");
      }
    }
    if (samples > 0) {
      lines.add("Samples    " + samples + ": jumelles ryugu sample show");
    }
    return lines;
  }

  private static String line(Found cube) {
    Map<String, String> told = cube.entry().attributes();
    return String.format(
        Locale.ROOT,
        "  %-40s %s x %s x %s %s, %s; %.6g to %.6g, mean %.6g",
        cube.entry().key(),
        told.get("lines"),
        told.get("samples"),
        told.get("bands"),
        told.get("type"),
        told.get("format"),
        number(told.get("min")),
        number(told.get("max")),
        number(told.get("mean")));
  }

  private List<String> grainLines() {
    List<String> lines = new ArrayList<>();
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
