package org.jumelles.cli.up;

import org.jumelles.cli.archive.EventText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;

/// Simulated events against the candidates that overlap them.
record FoundAgainstTrue(List<Pair> pairs, List<Found> extra) {
  private static final List<String> FOUND =
      List.of("p", "s", "distance_deg", "back_azimuth_deg", "magnitude");

  /// A true event, and the candidate that overlaps it the longest.
  record Pair(Found truth, Optional<Found> candidate) {
    double onsetErrorSeconds() {
      return candidate.map(c -> start(truth).nanosUntil(start(c)) / 1e9).orElse(Double.NaN);
    }

    private static org.jumelles.kernel.time.Moment start(Found found) {
      return found.entry().span().start();
    }
  }

  static FoundAgainstTrue of(List<Found> truth, List<Found> events) {
    List<Found> simulated =
        events.stream()
            .filter(e -> e.entry().attributes().getOrDefault("channel", "").startsWith("XX."))
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (Found quake : truth) {
      pairs.add(
          new Pair(
              quake,
              simulated.stream()
                  .filter(e -> e.entry().span().overlaps(quake.entry().span()))
                  .max((a, b) -> Long.compare(overlap(quake, a), overlap(quake, b)))));
    }
    List<Found> extra =
        simulated.stream()
            .filter(e -> truth.stream().noneMatch(t -> t.entry().span().overlaps(e.entry().span())))
            .toList();
    return new FoundAgainstTrue(pairs, extra);
  }

  private static long overlap(Found truth, Found candidate) {
    Entry a = truth.entry();
    Entry b = candidate.entry();
    long from = Math.max(a.span().start().taiNanos(), b.span().start().taiNanos());
    long to = Math.min(a.span().end().taiNanos(), b.span().end().taiNanos());
    return to - from;
  }

  private long matched() {
    return pairs.stream().filter(pair -> pair.candidate().isPresent()).count();
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("simulated", pairs.size());
    document.put("found", matched());
    document.put("missed", pairs.size() - matched());
    document.put("extra", extra.size());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Pair pair : pairs) {
      Map<String, Object> row = new LinkedHashMap<>(pair.truth().entry().attributes());
      row.put("name", pair.truth().entry().key());
      pair.candidate()
          .ifPresent(
              candidate -> {
                row.put("candidate", EventText.name(candidate));
                row.put("onset_error_s", pair.onsetErrorSeconds());
                Map<String, String> told = candidate.entry().attributes();
                row.put("type_found", told.get("type"));
                for (String key : FOUND) {
                  if (told.containsKey(key)) {
                    row.put(key + "_found", told.get(key));
                  }
                }
              });
      rows.add(row);
    }
    document.put("events", rows);
    return document;
  }

  private static String place(Map<String, String> told) {
    return told.containsKey("distance_deg") ? ", " + told.get("distance_deg") + " deg" : "";
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Truth      %d simulated = %d found + %d missed; %d candidates are no event",
            pairs.size(),
            matched(),
            pairs.size() - matched(),
            extra.size()));
    for (Pair pair : pairs) {
      Map<String, String> told = pair.truth().entry().attributes();
      String found =
          pair.candidate()
              .map(
                  c ->
                      String.format(
                          Locale.ROOT,
                          "found as %s, %s, onset %+.1f s%s",
                          EventText.name(c),
                          c.entry().attributes().get("type"),
                          pair.onsetErrorSeconds(),
                          place(c.entry().attributes())))
              .orElse("missed");
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-10s %s  %-18s %5.1f deg  M %.1f  %s",
              pair.truth().entry().key(),
              pair.truth().entry().span().start(),
              told.get("type"),
              Double.parseDouble(told.get("distance_deg")),
              Double.parseDouble(told.get("magnitude")),
              found));
    }
    return lines;
  }
}
