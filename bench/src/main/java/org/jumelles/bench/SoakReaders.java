package org.jumelles.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Readers that ask the services without a pause, and how long each answer took to its last byte.
final class SoakReaders {
  /// What is asked, by the name in the table.
  private static final Map<String, List<String>> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "dataselect, 10 minutes",
              List.of(
                  "/fdsnws/dataselect/1/query?net=XB&sta=SOAK&cha=BHU"
                      + "&start=2019-05-22T00:10:00&end=2019-05-22T00:20:00"),
              "availability",
              List.of("/fdsnws/availability/1/query?net=XB&sta=SOAK"),
              "STAC search",
              List.of("/stac/search?limit=10", "/stac/search?bbox=-180,-90,180,90&limit=5"),
              "EPN-TAP",
              List.of(
                  "/tap/sync?REQUEST=doQuery&LANG=ADQL&QUERY="
                      + "SELECT+TOP+10+granule_uid+FROM+epn_core+ORDER+BY+time_min"),
              "pages",
              List.of("/", "/iasi")));

  private static final int KEPT = 1 << 20;

  private final AtomicBoolean over;
  private final Map<String, Times> times = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();

  SoakReaders(AtomicBoolean over) {
    this.over = over;
    QUESTIONS.keySet().forEach(name -> times.put(name, new Times()));
  }

  /// Times in microseconds, as many as are kept.
  private static final class Times {
    private final int[] micros = new int[KEPT];
    private int count;

    synchronized void add(long nanos) {
      if (count < KEPT) {
        micros[count++] = (int) Math.min(nanos / 1000, Integer.MAX_VALUE);
      }
    }

    synchronized int[] sorted() {
      int[] sorted = Arrays.copyOf(micros, count);
      Arrays.sort(sorted);
      return sorted;
    }

    synchronized int count() {
      return count;
    }
  }

  long answered() {
    return times.values().stream().mapToLong(Times::count).sum();
  }

  /// One reader, until all is over.
  Void ask(int port, int number) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(number);
    List<String> names = List.copyOf(QUESTIONS.keySet());
    byte[] block = new byte[1 << 16];
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!over.get()) {
        String name = names.get(random.nextInt(names.size()));
        List<String> paths = QUESTIONS.getOrDefault(name, List.of("/"));
        String path = paths.get(random.nextInt(paths.size()));
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        long began = System.nanoTime();
        HttpResponse<InputStream> answer =
            client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
          while (body.read(block) >= 0) {}
        }
        time(name, path, answer.statusCode(), System.nanoTime() - began);
      }
    }
    return null;
  }

  private void time(String name, String path, int status, long nanos) {
    Times kept = times.get(name);
    if (kept != null) {
      kept.add(nanos);
    }
    if (status >= 300) {
      synchronized (failures) {
        failures.merge(status + " " + path, 1, Integer::sum);
      }
    }
  }

  void print(PrintStream out) {
    out.println("\n| asked | answers | p50 ms | p99 ms | p99.9 ms | longest ms |");
    out.println("|---|---:|---:|---:|---:|---:|");
    times.forEach(
        (name, kept) -> {
          int[] sorted = kept.sorted();
          out.printf(
              "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
              name,
              sorted.length,
              at(sorted, 0.5),
              at(sorted, 0.99),
              at(sorted, 0.999),
              at(sorted, 1));
        });
    synchronized (failures) {
      failures.forEach((what, count) -> out.println("NOT answered: " + count + " x " + what));
    }
  }

  private static double at(int[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1000.0;
  }
}
