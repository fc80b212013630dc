package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Progress;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.store.Problem;

/// What an archive holds: each product's identity, and its files by hash with its entries.
record Holdings(Map<String, String> products) {
  static final Holdings NONE = new Holdings(Map.of());

  Holdings {
    products = Map.copyOf(products);
  }

  /// Opens as the next command would, so that what a killed writer left is put in order, hashes
  /// every file, and notes each problem as a loss.
  static Holdings checked(Path archive, Notes notes, String when) throws IOException {
    if (!Files.isDirectory(archive)) {
      return NONE;
    }
    try (Archive open = Archive.open(archive)) {
      for (Problem problem : open.verify(Progress.NONE).problems()) {
        notes.lost(when + ": " + problem.sentence());
      }
      return of(open);
    } catch (RuntimeException e) {
      notes.lost(when + ": opening the archive failed: " + e);
      return NONE;
    }
  }

  static Holdings of(Path archive) throws IOException {
    try (Archive open = Archive.openReadOnly(archive)) {
      return of(open);
    }
  }

  private static Holdings of(Archive archive) {
    Map<String, String> products = new TreeMap<>();
    for (Product product : archive.products()) {
      products.put(
          product.identity().sha256Hex(),
          product.title() + " " + product.payloads() + " " + product.entries());
    }
    return new Holdings(products);
  }

  int size() {
    return products.size();
  }

  /// Notes what of this the others lack or hold otherwise.
  void keptBy(Holdings later, Notes notes, String when) {
    for (Map.Entry<String, String> product : products.entrySet()) {
      String found = later.products.get(product.getKey());
      if (found == null) {
        notes.lost(when + ": product " + product.getKey() + " is lost");
      } else if (!found.equals(product.getValue())) {
        notes.lost(when + ": product " + product.getKey() + " holds something else");
      }
    }
  }

  /// Notes each difference.
  void sameAs(Holdings found, Notes notes, String when) {
    keptBy(found, notes, when);
    List<String> more = new ArrayList<>(found.products.keySet());
    more.removeAll(products.keySet());
    more.forEach(one -> notes.lost(when + ": product " + one + " should not be there"));
  }
}
