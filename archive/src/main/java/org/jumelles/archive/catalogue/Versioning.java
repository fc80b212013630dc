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

  /// All that tell it.
  private static final List<String> TOLD =
      List.of(
          "UPDATE product SET latest = ? WHERE number = ?",
          "UPDATE held SET latest = ? WHERE product = ?",
          "UPDATE placed SET latest = ? WHERE product = ?");

  private record Version(
      long number, String recipeVersion, long storedTai, String identity, boolean latest) {}

  static void markLatest(Handle handle, Identity family) {
    List<Version> versions =
        handle
            .createQuery(
                "SELECT number, recipe_version, stored_tai, identity, latest FROM product WHERE"
                    + " family = ?")
            .bind(0, family.sha256Hex())
            .map(
                (row, _) ->
                    new Version(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getInt(5) == 1))
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
    versions.stream()
        .filter(version -> version.latest != version.equals(latest))
        .forEach(version -> tell(handle, version.number, !version.latest));
  }

  private static void tell(Handle handle, long number, boolean latest) {
    TOLD.forEach(sql -> handle.execute(sql, latest ? 1 : 0, number));
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
