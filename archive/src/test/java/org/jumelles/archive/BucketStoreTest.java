package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.bucket.S3Server;
import org.jumelles.archive.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive whose store is in a bucket of a real server that checks signatures.
class BucketStoreTest {
  @TempDir static Path serverFolder;
  private static S3Server server;
  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(serverFolder);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @Test
  void whatIsPutIsReadListedAndVerified() throws Exception {
    Path home = folder.resolve("archive");
    BucketUrl url = server.makeBucket("first", "mars");
    StoreUrl.keep(home, url);
    Path raw = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    Product stored;
    try (Archive archive = Archive.open(home)) {
      stored = archive.store(Drafts.raw(raw));
      assertThat(archive.path(stored.identity(), "raw.txt")).hasContent("0123456789");
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      assertThat(archive.verify(Progress.NONE).files()).isEqualTo(5);
    }
    assertThat(home.resolve("store")).doesNotExist();
    try (Archive archive = Archive.openReadOnly(home)) {
      assertThat(archive.find(stored.identity())).contains(stored);
    }
    Files.delete(home.resolve("catalogue.db"));
    assertThat(Archive.rebuild(home, Progress.NONE).products()).isEqualTo(1);
    try (Archive archive = Archive.openReadOnly(home)) {
      assertThat(archive.find(stored.identity())).contains(stored);
      assertThat(archive.path(stored.identity(), "raw.txt")).hasContent("0123456789");
    }
  }
}
