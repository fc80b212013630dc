package org.jumelles.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Damage;
import org.jumelles.archive.Verification;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.store.Problem;

/// What is wrong with an archive, for people and for scripts.
final class DamageText {
  private DamageText() {}

  static Map<String, Object> document(Verification verification) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("problems", verification.problems().stream().map(Problem::sentence).toList());
    document.put("damaged", verification.damages().stream().map(DamageText::document).toList());
    return document;
  }

  private static Map<String, Object> document(Damage damage) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("product", damage.product().sha256Hex());
    one.put("title", damage.title());
    one.put("problems", damage.problems().stream().map(Problem::sentence).toList());
    one.put(
        "descendants",
        damage.descendants().stream().map(product -> product.identity().sha256Hex()).toList());
    return one;
  }

  static List<String> lines(Verification verification) {
    List<String> lines = new ArrayList<>();
    verification.problems().forEach(problem -> lines.add("  ! " + problem.sentence()));
    for (Damage damage : verification.damages()) {
      lines.add("Damaged: " + damage.title() + ", " + damage.product());
      lines.add(
          damage.descendants().isEmpty()
              ? "  nothing was made from it"
              : "  " + damage.descendants().size() + " products were made from it:");
      for (Product made : damage.descendants()) {
        lines.add("    " + made.title() + ", " + made.identity());
      }
    }
    if (!verification.damages().isEmpty()) {
      lines.add("`jumelles repair` brings them back, from a backup (--from) or by making them.");
    }
    return lines;
  }
}
