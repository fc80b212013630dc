package org.jumelles.cli.up;

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
record RyuguFindings(
    List<Found> grains, List<Found> truths, List<Found> cubes, List<Found> libraries, int samples)
    implements Findings {
  private static final int CUBES_SHOWN = 20;
  private static final String SHARE = "share ";
  private static final String FITTED = " fitted";

  static RyuguFindings of(RyuguChain.Report report) {
    return new RyuguFindings(
        report.grains(), report.truths(), report.cubes(), report.libraries(), report.samples());
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
    document.put("libraries", libraries.stream().map(RyuguFindings::library).toList());
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

  private static Map<String, Object> library(Found library) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("library", library.entry().key());
    row.put("product", library.product().sha256Hex());
    row.put("found", library.entry().attributes());
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
    if (!libraries.isEmpty()) {
      lines.add("Spectra    " + libraries.size() + " libraries");
      libraries.stream().limit(CUBES_SHOWN).forEach(one -> lines.add(libraryLine(one)));
      if (libraries.size() > CUBES_SHOWN) {
        lines.add("  and " + (libraries.size() - CUBES_SHOWN) + " more; --json gives them all");
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

  private static String libraryLine(Found library) {
    Map<String, String> told = library.entry().attributes();
    StringBuilder line = new StringBuilder(80);
    line.append(
        String.format(
            Locale.ROOT,
            "  %-40s %s x %s bands, %s, %.6g to %.6g %s; mean %.6g",
            library.entry().key(),
            told.get("spectra"),
            told.get("bands"),
            told.get("format"),
            number(told.get("axis_first")),
            number(told.get("axis_last")),
            told.get("axis_unit"),
            number(told.get("mean"))));
    if (told.containsKey("deepest_um")) {
      line.append(
          String.format(
              Locale.ROOT,
              "; deepest at %.5g um, %.3g",
              number(told.get("deepest_um")),
              number(told.get("deepest"))));
    }
    told.forEach(
        (key, value) -> {
          if (key.endsWith(FITTED)) {
            line.append("; ").append(key, 0, key.length() - FITTED.length());
            line.append(" in ").append(value);
          }
        });
    return line.toString();
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
