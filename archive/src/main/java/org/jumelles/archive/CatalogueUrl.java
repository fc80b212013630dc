package org.jumelles.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.store.Durable;

/// Where the catalogue of an archive is: `catalogue.url` says so where it is not in the folder.
final class CatalogueUrl {
  private static final String FILE = "catalogue.url";

  private CatalogueUrl() {}

  static String of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Files.readString(file).strip()
        : Catalogue.sqliteUrl(Layout.catalogueFile(folder));
  }

  static boolean isElsewhere(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /// From now on the archive is opened with this catalogue. A password is not kept; `~/.pgpass`
  /// does that.
  static void keep(Path folder, String jdbcUrl) throws IOException {
    Path aside = folder.resolve(FILE + ".new");
    Files.deleteIfExists(aside);
    String open = withoutPassword(jdbcUrl) + "\n";
    Durable.write(aside, open.getBytes(StandardCharsets.UTF_8));
    Files.move(aside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    Durable.flush(folder);
  }

  static String withoutPassword(String jdbcUrl) {
    return jdbcUrl.replaceAll("(?i)([?&])(ssl)?password=[^&]*&?", "$1").replaceAll("[?&]$", "");
  }
}
