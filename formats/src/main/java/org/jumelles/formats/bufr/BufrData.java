package org.jumelles.formats.bufr;

import java.util.List;
import java.util.Objects;

/// The elements of each subset of one message, in order.
public final class BufrData {
  private final List<Columns> columns;
  private final int subsets;
  private final boolean shared;

  BufrData(List<Columns> columns, int subsets, boolean shared) {
    this.columns = List.copyOf(columns);
    this.subsets = subsets;
    this.shared = shared;
  }

  public int subsets() {
    return subsets;
  }

  /// Whether all subsets have the same elements, as compressed data do.
  public boolean shared() {
    return shared;
  }

  /// How many elements a subset has, factors of delayed replication included.
  public int count(int subset) {
    return of(subset).count();
  }

  public Element element(int subset, int index) {
    return of(subset).element(Objects.checkIndex(index, count(subset)));
  }

  /// The bits with the reference added, or [Element#MISSING]; of text, nothing of use.
  public long integer(int subset, int index) {
    Objects.checkIndex(index, count(subset));
    return of(subset).integer(index, shared ? subset : 0);
  }

  /// In the element's unit; NaN where missing, and for text.
  public double value(int subset, int index) {
    Element element = element(subset, index);
    return element.kind() == Element.Kind.TEXT ? Double.NaN : element.value(integer(subset, index));
  }

  /// A text without the blanks that fill it; empty where missing.
  ///
  /// @throws IllegalArgumentException where the element is no text
  public String text(int subset, int index) {
    if (element(subset, index).kind() != Element.Kind.TEXT) {
      throw new IllegalArgumentException(element(subset, index).told() + " is no text");
    }
    return of(subset).text(index, shared ? subset : 0);
  }

  /// The first place from an index on where an element stands; -1 where there is none.
  public int find(int subset, int code, int from) {
    Columns elements = of(subset);
    for (int i = from; i < elements.count(); i++) {
      if (elements.element(i).code() == code) {
        return i;
      }
    }
    return -1;
  }

  private Columns of(int subset) {
    Objects.checkIndex(subset, subsets);
    return columns.get(shared ? 0 : subset);
  }
}
