package org.jumelles.archive.catalogue;

import java.util.List;
import java.util.Optional;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// A page of the entries of one kind in their newest versions: the latest start first, then by the
/// identity of the product, then as they lie in it.
///
/// @param span an entry's span overlaps it, ends included
/// @param after where the last page ended
public record Newest(String kind, Span span, Optional<Mark> after, int limit) {

  /// The place of an entry in this order.
  ///
  /// @param product its identity, 64 hexadecimal digits
  /// @param position of the entry in the product
  public record Mark(Moment start, String product, int position) {
    static final Mark BEFORE_ALL = new Mark(Moment.MAX, "", 0);

    /// Before the first entry of a product that starts so.
    public static Mark before(Moment start, Identity product) {
      return new Mark(start, product.sha256Hex(), -1);
    }

    /// Behind all entries of a product that start so.
    public static Mark behind(Moment start, Identity product) {
      return new Mark(start, product.sha256Hex(), Integer.MAX_VALUE);
    }
  }

  /// @param next where the next page begins; empty on the last
  public record Page(List<Found> found, Optional<Mark> next) {
    public Page {
      found = List.copyOf(found);
    }
  }

  /// The first page over all time.
  public static Newest of(String kind, int limit) {
    return new Newest(kind, Query.ALWAYS, Optional.empty(), limit);
  }

  public Newest after(Mark mark) {
    return new Newest(kind, span, Optional.of(mark), limit);
  }
}
