package org.jumelles.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// Queries of a catalogue in SQLite by collection and time, at five million entries or as many as
/// are asked for: the median and the slowest of a hundred, on the wall and in processor time.
///
/// The catalogue is made once in the folder that is named, 50 collections of entries of ten minutes
/// one after the other, ten to a product, and used again where it is there. A query asks one
/// collection for a stretch of time that holds the number of entries in the table.
public final class CatalogueTimes {
  private static final int COLLECTIONS = 50;
  private static final int TO_A_PRODUCT = 10;
  private static final long ENTRY_NANOS = 600_000_000_000L;
  private static final Moment START = Utc.parse("2007-06-01T00:00:00");
  private static final int WARM = 2_000;
  private static final int QUERIES = 5_000;

  private CatalogueTimes() {}

  /// Arguments: a folder, and the number of entries where it is not five million.
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    int entries = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    if (!Files.exists(folder.resolve("catalogue.db"))) {
      Archive.open(folder).close();
      fill(folder.resolve("catalogue.db"), entries);
    }
    try (Archive archive = Archive.openReadOnly(folder)) {
      System.out.printf("%,d entries%n", archive.counts().entries());
      System.out.println("entries found | median ms | p99 ms | processor median ms");
      for (int wanted : new int[] {1, 10, 100}) {
        System.out.println(measured(archive, entries / COLLECTIONS, wanted));
      }
    }
  }

  private static String measured(Archive archive, int inCollection, int wanted) {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    Random random = new Random(20261123);
    double[] wallMs = new double[QUERIES];
    double[] processorMs = new double[QUERIES];
    for (int i = -WARM; i < QUERIES; i++) {
      int first = random.nextInt(inCollection - wanted);
      Moment from = START.plusNanos(first * ENTRY_NANOS + 1);
      Moment to = from.plusNanos(wanted * ENTRY_NANOS - ENTRY_NANOS / 2);
      String key = key(random.nextInt(COLLECTIONS));
      long busy = processor.getCurrentThreadCpuTime();
      long begun = System.nanoTime();
      int found = archive.entries(new Query("spectra", List.of(key), new Span(from, to))).size();
      if (i >= 0) {
        wallMs[i] = (System.nanoTime() - begun) / 1e6;
        processorMs[i] = (processor.getCurrentThreadCpuTime() - busy) / 1e6;
      }
      if (found != wanted) {
        throw new AssertionError(found + " entries of " + wanted);
      }
    }
    Arrays.sort(wallMs);
    Arrays.sort(processorMs);
    return String.format(
        Locale.ROOT,
        "%d | %.3f | %.3f | %.3f",
        wanted,
        wallMs[QUERIES / 2],
        wallMs[QUERIES * 99 / 100],
        processorMs[QUERIES / 2]);
  }

  private static String key(int collection) {
    return "collection-" + collection;
  }

  private static void fill(Path file, int entries) throws SQLException {
    try (Connection rows = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      rows.setAutoCommit(false);
      try (PreparedStatement product =
              rows.prepareStatement(
                  "INSERT INTO product (identity, family, latest, recipe, recipe_version, title,"
                      + " parameters, attributes, lineage, stored_tai) VALUES (?, ?, 1, 'ingest',"
                      + " '1', ?, '{}', '{}', '{}', ?)");
          PreparedStatement entry =
              rows.prepareStatement(
                  "INSERT INTO entry VALUES (?, ?, 'spectra', ?, ?, ?, 'granule.nat', 0, 0, ?)")) {
        for (int i = 0; i < entries; i++) {
          int collection = i / TO_A_PRODUCT % COLLECTIONS;
          int position = i % TO_A_PRODUCT;
          int inCollection = i / (TO_A_PRODUCT * COLLECTIONS) * TO_A_PRODUCT + position;
          if (position == 0) {
            String identity =
                Identity.of("bench", "1", java.util.Map.of("n", "" + i), List.of()).sha256Hex();
            product.setString(1, identity);
            product.setString(2, identity);
            product.setString(3, "Granules from number " + i);
            product.setLong(4, START.taiNanos() + i);
            product.addBatch();
          }
          entry.setLong(1, i / TO_A_PRODUCT + 1);
          entry.setInt(2, position);
          entry.setString(3, key(collection));
          entry.setLong(4, START.taiNanos() + inCollection * ENTRY_NANOS);
          entry.setLong(5, START.taiNanos() + inCollection * ENTRY_NANOS + ENTRY_NANOS - 1);
          entry.setString(6, "{\"count\":\"2760\",\"platform\":\"M01\"}");
          entry.addBatch();
          if (i % 50_000 == 49_999) {
            product.executeBatch();
            entry.executeBatch();
          }
        }
        product.executeBatch();
        entry.executeBatch();
      }
      keys(rows);
      rows.commit();
    }
  }

  private static void keys(Connection rows) throws SQLException {
    try (PreparedStatement known =
        rows.prepareStatement("INSERT INTO known_key VALUES ('spectra', ?, ?)")) {
      for (int i = 0; i < COLLECTIONS; i++) {
        known.setString(1, key(i));
        known.setLong(2, ENTRY_NANOS - 1);
        known.addBatch();
      }
      known.executeBatch();
    }
  }
}
