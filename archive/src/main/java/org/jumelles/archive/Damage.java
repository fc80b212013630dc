package org.jumelles.archive;

import java.util.List;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.store.Problem;

/// A product whose files in the store are not what they were.
///
/// @param title empty where only the store knew it
/// @param descendants all that were made from it, directly or through others
public record Damage(
    Identity product, String title, List<Problem> problems, List<Product> descendants) {
  public Damage {
    problems = List.copyOf(problems);
    descendants = List.copyOf(descendants);
  }
}
