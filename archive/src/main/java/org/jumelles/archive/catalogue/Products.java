package org.jumelles.archive.catalogue;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Moment;

/// A product as rows of four tables.
final class Products {
  /// The product `one` with its inputs, payloads and entries in one answer, each row a part: eight
  /// texts, of which most are empty but in the first, and four numbers.
  private static final String ALL_ROWS =
      """
      SELECT 0 AS part, 0 AS position, identity, family, recipe, recipe_version, title, parameters,
        attributes, lineage, number AS first, stored_tai AS second, 0 AS third, 0 AS fourth
      FROM one
      UNION ALL
      SELECT 1, i.position, i.identity, '', '', '', '', '', '', '', 0, 0, 0, 0
      FROM one JOIN product_input i ON i.product = one.number
      UNION ALL
      SELECT 2, f.position, f.name, f.media_type, f.sha256, '', '', '', '', '', f.size_bytes, 0, 0, 0
      FROM one JOIN payload f ON f.product = one.number
      UNION ALL
      SELECT 3, e.position, e.kind, e.entry_key, e.payload, e.attributes, '', '', '', '',
        e.start_tai, e.end_tai, e.byte_offset, e.byte_length
      FROM one JOIN entry e ON e.product = one.number
      """;

  private Products() {}

  /// Adds a product with all its rows, or nothing where it is there already.
  static void insert(Handle handle, StoredProduct stored) {
    Product product = stored.product();
    int added =
        handle
            .createUpdate(
                "INSERT INTO product (identity, family, latest, recipe, recipe_version, title,"
                    + " parameters, attributes, lineage, stored_tai) VALUES (?, ?, 1, ?, ?, ?, ?,"
                    + " ?, ?, ?) ON CONFLICT (identity) DO NOTHING")
            .bind(0, product.identity().sha256Hex())
            .bind(1, stored.family().sha256Hex())
            .bind(2, product.recipe().name())
            .bind(3, product.recipe().version())
            .bind(4, product.title())
            .bind(5, ProductDocument.text(product.parameters()))
            .bind(6, ProductDocument.text(product.attributes()))
            .bind(7, ProductDocument.text(product.lineage()))
            .bind(8, stored.storedAt().taiNanos())
            .execute();
    if (added == 0) {
      return;
    }
    long number = number(handle, product.identity()).orElseThrow();
    insertInputs(handle, number, product.inputs());
    insertPayloads(handle, number, product.payloads());
    Entries.insert(handle, number, product.entries());
    Versioning.markLatest(handle, stored.family());
  }

  private static void insertInputs(Handle handle, long number, List<Identity> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("INSERT INTO product_input VALUES (?, ?, ?)");
    for (int i = 0; i < inputs.size(); i++) {
      batch.bind(0, number).bind(1, i).bind(2, inputs.get(i).sha256Hex()).add();
    }
    batch.execute();
  }

  private static void insertPayloads(Handle handle, long number, List<Payload> payloads) {
    if (payloads.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("INSERT INTO payload VALUES (?, ?, ?, ?, ?, ?)");
    for (int i = 0; i < payloads.size(); i++) {
      Payload payload = payloads.get(i);
      batch
          .bind(0, number)
          .bind(1, i)
          .bind(2, payload.name())
          .bind(3, payload.mediaType())
          .bind(4, payload.size())
          .bind(5, payload.sha256())
          .add();
    }
    batch.execute();
  }

  static Optional<Long> number(Handle handle, Identity identity) {
    return handle
        .createQuery("SELECT number FROM product WHERE identity = ?")
        .bind(0, identity.sha256Hex())
        .map((row, _) -> row.getLong(1))
        .findFirst();
  }

  /// The product of an identity with all its rows, in one question.
  static Optional<StoredProduct> find(Handle handle, Identity identity) {
    return all(handle, "identity = ?", identity.sha256Hex()).map(Catalogue.Numbered::stored);
  }

  static List<StoredProduct> select(Handle handle, String where, Object... values) {
    return new Clause("SELECT number FROM product WHERE " + where, values)
        .add(" ORDER BY stored_tai, identity").query(handle).mapTo(Long.class).list().stream()
            .map(number -> numbered(handle, number).stored())
            .toList();
  }

  /// The products of a recipe in their newest versions, the last stored first.
  static List<StoredProduct> newest(Handle handle, String recipe, int limit) {
    return numbered(
            handle,
            new Clause("recipe = ? AND latest = 1", recipe).add(" ORDER BY number DESC"),
            limit)
        .stream()
        .map(Catalogue.Numbered::stored)
        .toList();
  }

  static List<Tally> tallies(Handle handle) {
    return handle
        .createQuery(
            "SELECT one.recipe, one.products, p.number, p.identity, p.title, p.stored_tai FROM"
                + " (SELECT recipe, COUNT(*) AS products, MAX(number) AS newest FROM product GROUP"
                + " BY recipe) one JOIN product p ON p.number = one.newest ORDER BY one.recipe")
        .map(
            (row, _) ->
                new Tally(
                    row.getString(1),
                    row.getLong(2),
                    new Hit(
                        row.getLong(3),
                        new Identity(row.getString(4)),
                        row.getString(1),
                        row.getString(5),
                        new Moment(row.getLong(6)))))
        .list();
  }

  /// In the order in which they were added.
  static List<Catalogue.Numbered> after(Handle handle, long number, int limit) {
    return numbered(handle, new Clause("number > ?", number).add(" ORDER BY number"), limit);
  }

  /// Those of a recipe in their newest versions.
  static List<Catalogue.Numbered> after(Handle handle, String recipe, long number, int limit) {
    Clause where = new Clause("number > ? AND recipe = ? AND latest = 1", number, recipe);
    return numbered(handle, where.add(" ORDER BY number"), limit);
  }

  private static List<Catalogue.Numbered> numbered(Handle handle, Clause where, int limit) {
    return new Clause("SELECT number FROM product WHERE ")
        .add(where).add(" LIMIT " + limit).query(handle).mapTo(Long.class).list().stream()
            .map(one -> numbered(handle, one))
            .toList();
  }

  private static Catalogue.Numbered numbered(Handle handle, long number) {
    return all(handle, "number = ?", number).orElseThrow();
  }

  private static Optional<Catalogue.Numbered> all(Handle handle, String where, Object value) {
    ProductRows rows = new ProductRows();
    handle
        .createQuery("WITH one AS (SELECT * FROM product WHERE " + where + ") " + ALL_ROWS)
        .bind(0, value)
        .map((row, _) -> rows.add(row))
        .forEach(_ -> {});
    return rows.product();
  }
}
