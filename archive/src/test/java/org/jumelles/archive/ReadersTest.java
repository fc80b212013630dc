package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who reads an archive and who writes to it do not wait for each other, however long one takes.
class ReadersTest {
  /// Half of what a writer waits for another.
  private static final int SOON_SECONDS = 10;

  @TempDir Path folder;

  private Product store(Archive archive, String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), name);
    return archive.store(Drafts.raw(file, Drafts.entry("waveform", name, 1, 2, 0, 1)));
  }

  /// Done beside the test, in time.
  private static <T> T soon(Callable<T> work) throws Exception {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      return beside.submit(work).get(SOON_SECONDS, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aProductIsStoredWhileOthersAreVisited(Databases database) throws Exception {
    try (Archive archive = Archive.open(folder.resolve("home"), database.url(folder))) {
      store(archive, "first");
      Query all = Query.all("waveform");
      archive
          .listing()
          .visit(
              all,
              _ -> {
                try {
                  soon(() -> store(archive, "second"));
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      assertThat(archive.entries(all)).hasSize(2);
    }
  }

  @Test
  void allIsReadWhileAnotherProcessWrites() throws Exception {
    String url = Databases.SQLITE.url(folder);
    try (Archive archive = Archive.open(folder.resolve("home"), url)) {
      Product first = store(archive, "first");
      try (Connection other = DriverManager.getConnection(url);
          var statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertThat(soon(() -> archive.entries(Query.all("waveform")))).hasSize(1);
        List<Product> products = soon(archive::products);
        assertThat(products).extracting(Product::identity).containsExactly(first.identity());
        assertThat(soon(archive::counts).products()).isOne();
        statement.execute("ROLLBACK");
      }
    }
  }
}
