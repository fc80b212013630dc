package org.jumelles.archive.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Puts a product together from the rows of one answer, in whatever order they come: its own row,
/// its inputs, payloads and entries.
///
/// | column | own row | input | payload | entry |
/// |---|---|---|---|---|
/// | 1, part | 0 | 1 | 2 | 3 |
/// | 2 | 0 | position | position | position |
/// | 3 | identity | identity | name | kind |
/// | 4 | family | | media type | key |
/// | 5 | recipe | | SHA-256 | payload |
/// | 6 | recipe's version | | | attributes |
/// | 7 to 10 | title, parameters, attributes, lineage | | | |
/// | 11 | number | | bytes | start |
/// | 12 | stored | | | end |
/// | 13, 14 | | | | offset, length in bytes |
final class ProductRows {
  private final SortedMap<Integer, Own> own = new TreeMap<>();
  private final SortedMap<Integer, Identity> inputs = new TreeMap<>();
  private final SortedMap<Integer, Payload> payloads = new TreeMap<>();
  private final SortedMap<Integer, Entry> entries = new TreeMap<>();

  /// What the product's own row tells; JSON as it is stored.
  private record Own(
      long number,
      Identity identity,
      Identity family,
      Recipe recipe,
      String title,
      String parameters,
      String attributes,
      String lineage,
      Moment storedAt) {}

  /// Takes in one row, and tells how many of its part there are.
  int add(ResultSet row) throws SQLException {
    int position = row.getInt(2);
    return switch (row.getInt(1)) {
      case 0 -> with(own, position, own(row));
      case 1 -> with(inputs, position, new Identity(row.getString(3)));
      case 2 -> with(payloads, position, payload(row));
      default -> with(entries, position, entry(row));
    };
  }

  private static <T> int with(SortedMap<Integer, T> part, int position, T row) {
    part.put(position, row);
    return part.size();
  }

  private static Payload payload(ResultSet row) throws SQLException {
    return new Payload(row.getString(3), row.getString(4), row.getLong(11), row.getString(5));
  }

  private static Own own(ResultSet row) throws SQLException {
    return new Own(
        row.getLong(11),
        new Identity(row.getString(3)),
        new Identity(row.getString(4)),
        new Recipe(row.getString(5), row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        new Moment(row.getLong(12)));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString(3),
        row.getString(4),
        new Span(new Moment(row.getLong(11)), new Moment(row.getLong(12))),
        row.getString(5),
        row.getLong(13),
        row.getLong(14),
        ProductReading.map(row.getString(6), "catalogue, entry " + row.getString(4)));
  }

  /// The product; empty where no rows came.
  Optional<Catalogue.Numbered> product() {
    return own.values().stream().findFirst().map(this::product);
  }

  private Catalogue.Numbered product(Own one) {
    String source = "catalogue, product " + one.identity.sha256Hex();
    Lineage lineage = ProductReading.lineage(one.lineage, source);
    Product product =
        new Product(
            one.identity,
            one.recipe,
            one.title,
            ProductReading.map(one.parameters, source),
            List.copyOf(inputs.values()),
            List.copyOf(payloads.values()),
            List.copyOf(entries.values()),
            lineage,
            ProductReading.map(one.attributes, source));
    return new Catalogue.Numbered(one.number, new StoredProduct(product, one.family, one.storedAt));
  }
}
