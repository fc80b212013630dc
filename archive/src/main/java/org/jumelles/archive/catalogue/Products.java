package org.jumelles.archive.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Moment;

/// A product as rows of four tables.
final class Products {
  private static final String COLUMNS =
      "number, identity, family, recipe, recipe_version, title, parameters, attributes, lineage,"
          + " stored_tai";

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

  static List<StoredProduct> select(Handle handle, String where, Object... values) {
    var query =
        handle.createQuery(
            "SELECT "
                + COLUMNS
                + " FROM product WHERE "
                + where
                + " ORDER BY stored_tai, identity");
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    List<StoredProduct> products = new ArrayList<>();
    query.map((row, _) -> read(handle, row)).forEach(products::add);
    return products;
  }

  /// The products of a recipe in their newest versions, the last stored first.
  static List<StoredProduct> newest(Handle handle, String recipe, int limit) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM product WHERE recipe = ? AND latest = 1 ORDER BY number DESC LIMIT ?")
        .bind(0, recipe)
        .bind(1, limit)
        .map((row, _) -> read(handle, row))
        .list();
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
    return after(handle, "number > ?", List.of(number), limit);
  }

  /// Those of a recipe in their newest versions.
  static List<Catalogue.Numbered> after(Handle handle, String recipe, long number, int limit) {
    return after(
        handle, "number > ? AND recipe = ? AND latest = 1", List.of(number, recipe), limit);
  }

  private static List<Catalogue.Numbered> after(
      Handle handle, String where, List<Object> values, int limit) {
    var query =
        handle.createQuery(
            "SELECT "
                + COLUMNS
                + " FROM product WHERE "
                + where
                + " ORDER BY number LIMIT "
                + limit);
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query.map((row, _) -> new Catalogue.Numbered(row.getLong(1), read(handle, row))).list();
  }

  private static StoredProduct read(Handle handle, ResultSet row) throws SQLException {
    long number = row.getLong(1);
    String source = "catalogue, product " + row.getString(2);
    Lineage lineage = ProductReading.lineage(row.getString(9), source);
    Product product =
        new Product(
            new Identity(row.getString(2)),
            new Recipe(row.getString(4), row.getString(5)),
            row.getString(6),
            ProductReading.map(row.getString(7), source),
            inputs(handle, number),
            payloads(handle, number),
            entriesOf(handle, number),
            lineage,
            ProductReading.map(row.getString(8), source));
    return new StoredProduct(product, new Identity(row.getString(3)), new Moment(row.getLong(10)));
  }

  private static List<Identity> inputs(Handle handle, long number) {
    return handle
        .createQuery("SELECT identity FROM product_input WHERE product = ? ORDER BY position")
        .bind(0, number)
        .map((row, _) -> new Identity(row.getString(1)))
        .list();
  }

  private static List<Payload> payloads(Handle handle, long number) {
    return handle
        .createQuery(
            "SELECT name, media_type, size_bytes, sha256 FROM payload WHERE product = ? ORDER BY"
                + " position")
        .bind(0, number)
        .map(
            (row, _) ->
                new Payload(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
        .list();
  }

  private static List<Entry> entriesOf(Handle handle, long number) {
    return handle
        .createQuery(
            "SELECT " + Entries.COLUMNS + " FROM entry e WHERE e.product = ? ORDER BY e.position")
        .bind(0, number)
        .map((row, _) -> Entries.read(row))
        .list();
  }
}
