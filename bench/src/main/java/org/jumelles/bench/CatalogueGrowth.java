package org.jumelles.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Random questions to the catalogue that `bench/catalogue-growth.sh` fills, over four connections:
/// one line a kind of question with the rows there are, the 50th and 99th percentile, and how many
/// pages of 8 kB PostgreSQL looked at and had to read for one question. `-Dseed=1000` asks others.
public final class CatalogueGrowth {
  private static final int CONNECTIONS = Integer.getInteger("connections", 4);
  private static final long EPOCH = 1_200_000_000_000_000_000L;
  private static final long HOUR_NANOS = 3_600_000_000_000L;
  private static final int HOURS = 131_072;

  private CatalogueGrowth() {}

  /// @param arguments JDBC URL, number of products, questions of each kind; without the last two
  ///     the tables are made, and nothing is asked
  public static void main(String[] arguments) throws Exception {
    try (Catalogue catalogue = Catalogue.open(arguments[0], true)) {
      if (arguments.length < 3) {
        return;
      }
      long products = Long.parseLong(arguments[1]);
      int questions = Integer.parseInt(arguments[2]);
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "identity",
          (c, r) -> found(c.find(identity(r, products)).isPresent()));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "collection, 10 days",
          (c, r) -> c.entries(collection(r)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "box 5 deg, 30 days",
          (c, r) -> c.search(box(r, 5, true)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "box 5 deg, ever",
          (c, r) -> c.search(box(r, 5, false)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "box 30 deg, 30 days",
          (c, r) -> c.search(box(r, 30, true)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "box 30 deg, ever",
          (c, r) -> c.search(box(r, 30, false)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "last page of a kind",
          (c, _) -> c.search(Search.all(20).ofKind("alert")));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "count in a box",
          (c, r) -> c.count(box(r, 5, true)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "kinds in a box",
          (c, r) -> c.kinds(box(r, 5, true)));
      report(
          arguments[0],
          catalogue,
          products,
          questions,
          "count of a kind",
          (c, _) -> c.count(Search.all(20).ofKind("alert")));
    }
  }

  private static void found(boolean is) {
    if (!is) {
      throw new AssertionError("a product that was filled in is not found");
    }
  }

  private static void report(
      String url,
      Catalogue catalogue,
      long products,
      int questions,
      String name,
      BiConsumer<Catalogue, Random> ask)
      throws Exception {
    run(catalogue, questions / 10 + 1, ask, 1);
    Pages before = Pages.of(url);
    long[] nanos = run(catalogue, questions, ask, 2);
    Pages pages = Pages.of(url).since(before);
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,12d rows  %-22s p50 %8.3f ms  p99 %8.3f ms  max %8.3f ms  of %,d; pages %.0f, read"
            + " %.1f%n",
        5 * products,
        name,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        nanos.length,
        (double) pages.seen / nanos.length,
        (double) pages.read / nanos.length);
  }

  /// Pages that a server looked at since it began, and those that it had to ask the machine for.
  private record Pages(long seen, long read) {
    /// The server counts what a connection did a second after the connection rests.
    static Pages of(String url) throws Exception {
      if (!url.startsWith("jdbc:postgresql:")) {
        return new Pages(0, 0);
      }
      Thread.sleep(1_500);
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT SUM(blks_hit + blks_read), SUM(blks_read) FROM pg_stat_database WHERE"
                      + " datname = current_database()")) {
        row.next();
        return new Pages(row.getLong(1), row.getLong(2));
      }
    }

    Pages since(Pages before) {
      return new Pages(seen - before.seen, read - before.read);
    }
  }

  private static long[] run(
      Catalogue catalogue, int questions, BiConsumer<Catalogue, Random> ask, long seed)
      throws Exception {
    List<Callable<long[]>> askers = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Random random = new Random(seed * CONNECTIONS + i + Long.getLong("seed", 0));
      askers.add(
          () -> {
            long[] nanos = new long[Math.ceilDiv(questions, CONNECTIONS)];
            for (int q = 0; q < nanos.length; q++) {
              long began = System.nanoTime();
              ask.accept(catalogue, random);
              nanos[q] = System.nanoTime() - began;
            }
            return nanos;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
      long[] all = {};
      for (Future<long[]> one : pool.invokeAll(askers)) {
        long[] more = one.get();
        int length = all.length;
        all = Arrays.copyOf(all, length + more.length);
        System.arraycopy(more, 0, all, length, more.length);
      }
      return all;
    }
  }

  private static Identity identity(Random random, long products) {
    long number = 1 + random.nextLong(products);
    return new Identity(md5("" + number) + md5("b" + number));
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Query collection(Random random) {
    return new Query(
        "waveform", List.of("FDSN:XX_S" + random.nextInt(2000) + "__B_H_U"), span(random, 240));
  }

  private static Span span(Random random, int hours) {
    Moment start = new Moment(EPOCH + random.nextInt(HOURS - hours) * HOUR_NANOS);
    return new Span(start, start.plusNanos(hours * HOUR_NANOS));
  }

  private static Search box(Random random, int sizeDeg, boolean month) {
    double west = random.nextDouble() * (360 - sizeDeg) - 180;
    double south = random.nextDouble() * (180 - sizeDeg) - 90;
    Search.Box box = new Search.Box(west, south, west + sizeDeg, south + sizeDeg);
    return new Search(
        "", "alert", month ? span(random, 720) : Query.ALWAYS, Optional.of(box), "", 0, 20);
  }
}
