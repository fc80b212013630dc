package org.jumelles.service.noise;

import org.jumelles.seis.body.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.noise.LevelCounts;

/// Noise statistics as JSON: per hour the share of segments of each level in each band.
final class NoiseDocument {
  private static final int[] PERCENTS = {5, 25, 50, 75, 95};

  private NoiseDocument() {}

  /// One line a channel: what the archive holds.
  static List<Map<String, Object>> channels(List<Found> entries) {
    Map<String, List<Found>> byChannel = new LinkedHashMap<>();
    entries.forEach(
        one -> byChannel.computeIfAbsent(NoiseSum.nslc(one), _ -> new ArrayList<>()).add(one));
    List<Map<String, Object>> rows = new ArrayList<>();
    byChannel.forEach(
        (channel, found) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("channel", channel);
          row.put("sols", found.size());
          row.put(
              "segments",
              found.stream()
                  .mapToLong(
                      one -> Long.parseLong(one.entry().attributes().getOrDefault("segments", "0")))
                  .sum());
          row.put("start", Utc.text(found.getFirst().entry().span().start()));
          row.put("end", Utc.text(found.getLast().entry().span().end()));
          row.put("unit", found.getLast().entry().attributes().getOrDefault("unit", "not told"));
          row.put("href", "/noise/" + channel);
          rows.add(row);
        });
    return rows;
  }

  static Map<String, Object> of(NoiseSum sum) {
    LevelCounts counts = sum.counts();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("channel", sum.channel());
    document.put("quantity", sum.quantity());
    document.put("unit", "dB of (" + sum.unit() + ")^2/Hz");
    document.put("clock", clock(sum));
    document.put("start", Utc.text(sum.span().start()));
    document.put("end", Utc.text(sum.span().end()));
    document.put("segment_s", counts.settings().segmentS());
    document.put("window_s", counts.settings().windowS());
    document.put("step_db", LevelCounts.STEP_DB);
    document.put("segments", counts.allSegments());
    document.put("silent_values", counts.silent());
    document.put("frequencies_hz", counts.centresHz());
    document.put("periods_s", Arrays.stream(counts.centresHz()).map(hz -> 1 / hz).toArray());
    List<Map<String, Object>> hours = new ArrayList<>();
    for (int hour = 0; hour < counts.groups(); hour++) {
      if (counts.segments(hour) > 0) {
        hours.add(hour(counts, hour));
      }
    }
    document.put("hours", hours);
    document.put(
        "sols",
        sum.used().stream()
            .map(
                one ->
                    Map.of("subject", NoiseSum.subject(one), "product", one.product().sha256Hex()))
            .toList());
    document.put("left_out", sum.leftOut());
    return document;
  }

  /// The name of the clock whose hours are told.
  static String clock(NoiseSum sum) {
    return Body.ofCode(sum.channel()).days().name();
  }

  private static Map<String, Object> hour(LevelCounts counts, int hour) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("lmst_hour", hour);
    one.put("segments", counts.segments(hour));
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (int percent : PERCENTS) {
      percentiles.put(
          Integer.toString(percent),
          Arrays.stream(counts.percentile(hour, percent))
              .mapToObj(db -> Double.isFinite(db) ? Optional.of(db) : Optional.<Double>empty())
              .toList());
    }
    one.put("percentiles_db", percentiles);
    List<Map<String, Object>> bands = new ArrayList<>();
    for (int band = 0; band < counts.centresHz().length; band++) {
      LevelCounts.Run run = counts.run(hour, band);
      bands.add(Map.of("least_db", run.leastDb(), "counts", run.counts()));
    }
    one.put("bands", bands);
    return one;
  }
}
