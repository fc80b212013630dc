package org.jumelles.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Counts;
import org.jumelles.service.exchange.Answer;

/// Counts answers and how long they took, and says that the service is up.
final class Health {
  private static final double[] BUCKETS_S = {0.001, 0.01, 0.1, 1, 10};

  private final Archive archive;
  private final LongAdder good = new LongAdder();
  private final LongAdder clientErrors = new LongAdder();
  private final LongAdder serverErrors = new LongAdder();
  private final LongAdder downloads = new LongAdder();
  private final Map<String, LongAdder> byRouteAndCode = new ConcurrentSkipListMap<>();
  private final Map<String, Durations> byRoute = new ConcurrentSkipListMap<>();
  private final long startedNanos = System.nanoTime();

  Health(Archive archive) {
    this.archive = archive;
  }

  /// How long answers of one route took until their first byte.
  private static final class Durations {
    private final LongAdder[] upTo = new LongAdder[BUCKETS_S.length];
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    Durations() {
      Arrays.setAll(upTo, _ -> new LongAdder());
    }

    void add(long took) {
      count.increment();
      nanos.add(took);
      for (int i = 0; i < upTo.length; i++) {
        if (took <= BUCKETS_S[i] * 1e9) {
          upTo[i].increment();
        }
      }
    }
  }

  /// @param template of the route; empty where none was found
  void counted(String template, int status, long nanos) {
    (status < 400 ? good : status < 500 ? clientErrors : serverErrors).increment();
    String route = template.isEmpty() ? "none" : template;
    byRouteAndCode
        .computeIfAbsent("route=\"" + route + "\",code=\"" + status + "\"", _ -> new LongAdder())
        .increment();
    byRoute.computeIfAbsent(route, _ -> new Durations()).add(nanos);
  }

  void downloaded() {
    downloads.increment();
  }

  Answer health() {
    return Answer.of(200, Answer.JSON, "{\"status\":\"up\"}\n");
  }

  /// Prometheus text format 0.0.4.
  Answer metrics() {
    Runtime memory = Runtime.getRuntime();
    Counts counts = archive.counts();
    StringBuilder text = new StringBuilder(8192);
    text.append("# TYPE jumelles_answers_total counter\n")
        .append(line("jumelles_answers_total{class=\"good\"}", good.sum()))
        .append(line("jumelles_answers_total{class=\"client_error\"}", clientErrors.sum()))
        .append(line("jumelles_answers_total{class=\"server_error\"}", serverErrors.sum()))
        .append("# TYPE jumelles_requests_total counter\n");
    byRouteAndCode.forEach(
        (labels, count) ->
            text.append(line("jumelles_requests_total{" + labels + "}", count.sum())));
    text.append("# TYPE jumelles_request_seconds histogram\n");
    byRoute.forEach((route, durations) -> histogram(text, route, durations));
    gauge(text, "counter", "jumelles_downloads_total", downloads.sum());
    gauge(text, "gauge", "jumelles_archive_products", counts.products());
    gauge(text, "gauge", "jumelles_archive_entries", counts.entries());
    gauge(text, "gauge", "jumelles_archive_bytes", counts.bytes());
    gauge(
        text, "gauge", "jumelles_up_seconds", (System.nanoTime() - startedNanos) / 1_000_000_000L);
    gauge(text, "gauge", "jumelles_heap_bytes", memory.totalMemory() - memory.freeMemory());
    return Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", text.toString());
  }

  private static void histogram(StringBuilder text, String route, Durations durations) {
    String label = "route=\"" + route + "\"";
    for (int i = 0; i < BUCKETS_S.length; i++) {
      text.append(
          line(
              "jumelles_request_seconds_bucket{" + label + ",le=\"" + BUCKETS_S[i] + "\"}",
              durations.upTo[i].sum()));
    }
    long count = durations.count.sum();
    text.append(line("jumelles_request_seconds_bucket{" + label + ",le=\"+Inf\"}", count))
        .append("jumelles_request_seconds_sum{" + label + "} ")
        .append(String.format(Locale.ROOT, "%.6f%n", durations.nanos.sum() / 1e9))
        .append(line("jumelles_request_seconds_count{" + label + "}", count));
  }

  private static void gauge(StringBuilder text, String type, String name, long value) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append(line(name, value));
  }

  private static String line(String name, long value) {
    return name + " " + value + "\n";
  }
}
