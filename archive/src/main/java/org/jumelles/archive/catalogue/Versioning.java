package org.jumelles.archive.catalogue;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.product.Identity;

/// Which of all versions of a product is the default answer: the one of the newest recipe, and of
/// these the one stored last (its inputs may be of newer recipes).
final class Versioning {
  /// Part by part, numbers as numbers: `2` before `10`, `1.9` before `1.10`.
  static final Comparator<String> ORDER = Versioning::compare;

  private Versioning() {}

  private record Version(long number, String recipeVersion, long storedTai, String identity) {}

  static void markLatest(Handle handle, Identity family) {
    List<Version> versions =
        handle
            .createQuery(
                "SELECT number, recipe_version, stored_tai, identity FROM product WHERE family = ?")
            .bind(0, family.sha256Hex())
            .map(
                (row, _) ->
                    new Version(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
            .list();
    if (versions.size() < 2) {
      return;
    }
    Version latest =
        versions.stream()
            .max(
                Comparator.comparing(Version::recipeVersion, ORDER)
                    .thenComparingLong(Version::storedTai)
                    .thenComparing(Version::identity))
            .orElseThrow();
    handle
        .createUpdate(
            "UPDATE product SET latest = CASE WHEN number = ? THEN 1 ELSE 0 END WHERE family = ?")
        .bind(0, latest.number)
        .bind(1, family.sha256Hex())
        .execute();
  }

  private static int compare(String one, String other) {
    String[] ones = one.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = comparePart(ones[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  private static int comparePart(String one, String other) {
    boolean numbers = one.matches("\\d{1,30}") && other.matches("\\d{1,30}");
    return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
  }
}
