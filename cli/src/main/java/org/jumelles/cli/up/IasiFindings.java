package org.jumelles.cli.up;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.sphere.Arc;
import org.jumelles.pipeline.ingest.SpectraContents;
import org.jumelles.pipeline.recipe.iasi.IasiChain;
import org.jumelles.pipeline.recipe.iasi.SpectraSimulationRecipe;

/// What the archive holds of spectra and alerts after a run.
///
/// @param truth plumes that were simulated; empty where everything is real
record IasiFindings(
    List<Found> granules,
    List<Found> alerts,
    List<Found> truth,
    ColumnFindings columns,
    List<String> leftOut)
    implements Findings {
  private static final int SHOWN = 20;
  private static final double EARTH_KM = 6371;

  /// A plume ends at three standard deviations of its bell.
  private static final double RADII = 3;

  static IasiFindings of(Archive archive, IasiChain.Report report) {
    return new IasiFindings(
        archive.entries(Query.all(SpectraContents.KIND)),
        archive.entries(Query.all("alert")),
        archive.entries(Query.all(SpectraSimulationRecipe.TRUTH)),
        ColumnFindings.of(archive),
        report.leftOut());
  }

  @Override
  public Map<String, Object> document() {
    if (granules.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("granules", granules.stream().map(IasiFindings::document).toList());
    document.put("spectra", spectra());
    document.put("alerts", alerts.stream().map(IasiFindings::document).toList());
    if (!truth.isEmpty()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("simulated", truth.size());
      told.put("found", truth.stream().filter(this::isFound).count());
      told.put("extra", extra());
      told.put("plumes", truth.stream().map(IasiFindings::document).toList());
      document.put("truth", told);
    }
    if (!columns.isEmpty()) {
      document.put("columns", columns.document());
    }
    if (!leftOut.isEmpty()) {
      document.put("left_out", leftOut);
    }
    return Map.of("iasi", document);
  }

  private static Map<String, Object> document(Found found) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", found.entry().key());
    row.put("start", found.entry().span().start().toString());
    row.put("end", found.entry().span().end().toString());
    row.putAll(found.entry().attributes());
    row.put("product", found.product().sha256Hex());
    return row;
  }

  private long spectra() {
    return granules.stream()
        .mapToLong(one -> Long.parseLong(one.entry().attributes().getOrDefault("count", "0")))
        .sum();
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (granules.isEmpty()) {
      return lines;
    }
    lines.add(
        String.format(Locale.ROOT, "Spectra    %,d in %d granules", spectra(), granules.size()));
    granules.stream().limit(SHOWN).forEach(one -> lines.add("  " + granule(one)));
    lines.add("Alerts     " + alerts.size() + " (SO2, dust, ash; skill proven on simulation only)");
    alerts.stream().limit(SHOWN).forEach(one -> lines.add("  " + alert(one)));
    if (alerts.size() > SHOWN) {
      lines.add("  and " + (alerts.size() - SHOWN) + " more");
    }
    if (!truth.isEmpty()) {
      long found = truth.stream().filter(this::isFound).count();
      lines.add(
          String.format(
              Locale.ROOT,
              "Truth      %d plumes = %d found + %d missed; %d simulated alerts are no plume",
              truth.size(),
              found,
              truth.size() - found,
              extra()));
    }
    lines.addAll(columns.lines());
    leftOut.forEach(one -> lines.add("Left out   " + one));
    return lines;
  }

  private static String granule(Found one) {
    Map<String, String> told = one.entry().attributes();
    return "%-32s %s lines, %s spectra"
        .formatted(one.entry().key(), told.get("lines"), told.get("count"));
  }

  private static String alert(Found one) {
    Map<String, String> told = one.entry().attributes();
    return "%-11s %s  %9s %10s  %s pixels, %s K"
        .formatted(
            told.get("alert"),
            one.entry().span().start(),
            told.get("latitude"),
            told.get("longitude"),
            told.get("pixels"),
            told.get("strength_k"));
  }

  /// A plume is found where an alert of its kind has its strongest pixel inside of it.
  private boolean isFound(Found plume) {
    return alerts.stream().anyMatch(alert -> isOf(alert, plume));
  }

  private long extra() {
    return alerts.stream()
        .filter(alert -> alert.entry().key().startsWith("simulated"))
        .filter(alert -> truth.stream().noneMatch(plume -> isOf(alert, plume)))
        .count();
  }

  private static boolean isOf(Found alert, Found plume) {
    String kind = alert.entry().attributes().getOrDefault("alert", "").toUpperCase(Locale.ROOT);
    String truly = plume.entry().attributes().getOrDefault("alert", "").toUpperCase(Locale.ROOT);
    return (kind.equals(truly) || (!truly.equals("SO2") && kind.equals("DUST_OR_ASH")))
        && distanceKm(alert, plume) <= RADII * number(plume, "radius_km");
  }

  private static double distanceKm(Found one, Found other) {
    return EARTH_KM
        * Arc.rad(
            number(one, "latitude"),
            number(one, "longitude"),
            number(other, "latitude"),
            number(other, "longitude"));
  }

  private static double number(Found found, String name) {
    return Double.parseDouble(found.entry().attributes().getOrDefault(name, "NaN"));
  }
}
