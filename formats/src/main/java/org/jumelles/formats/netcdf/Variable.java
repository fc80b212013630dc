package org.jumelles.formats.netcdf;

import java.util.List;
import java.util.OptionalDouble;

/// What a variable is, before its values come.
///
/// @param dimensions slowest first, one or more
/// @param chunk how values are stored together
/// @param fill the value that says "none here"; becomes `_FillValue`
public record Variable(
    String name,
    Type type,
    List<Dimension> dimensions,
    Chunk chunk,
    OptionalDouble fill,
    List<Attribute> attributes) {
  public Variable {
    dimensions = List.copyOf(dimensions);
    attributes = List.copyOf(attributes);
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("a variable named '" + name + "'");
    }
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("variable " + name + " without a dimension");
    }
    if (4L * Integer.MAX_VALUE < chunkValues(dimensions, chunk)
        || chunkValues(dimensions, chunk) * type.bytes() > 1L << 30) {
      throw new IllegalArgumentException("variable " + name + ": a chunk of more than 2^30 bytes");
    }
  }

  /// @param rows of the first dimension in one chunk
  /// @param columns of the second dimension in one chunk; further dimensions are never cut
  /// @param level of deflate, 0 (stored) to 9
  public record Chunk(long rows, long columns, int level) {
    public Chunk {
      if (rows < 1 || columns < 1 || level < 0 || level > 9) {
        throw new IllegalArgumentException("chunks of " + rows + " x " + columns + ", " + level);
      }
    }

    /// Whole rows, at the level that costs least time.
    public static Chunk ofRows(long rows) {
      return new Chunk(rows, Long.MAX_VALUE, 1);
    }
  }

  long rows() {
    return dimensions.getFirst().length();
  }

  /// Values of the second dimension in one row, 1 where there is none.
  long columns() {
    return dimensions.size() > 1 ? dimensions.get(1).length() : 1;
  }

  /// Values below one column.
  long depth() {
    return depth(dimensions);
  }

  int chunkRows() {
    return (int) Math.min(chunk.rows(), rows());
  }

  int chunkColumns() {
    return (int) Math.min(chunk.columns(), columns());
  }

  private static long depth(List<Dimension> dimensions) {
    return dimensions.stream().skip(2).mapToLong(Dimension::length).reduce(1, Math::multiplyExact);
  }

  private static long chunkValues(List<Dimension> dimensions, Chunk chunk) {
    long columns =
        dimensions.size() > 1 ? Math.min(chunk.columns(), dimensions.get(1).length()) : 1;
    long rows = Math.min(chunk.rows(), dimensions.getFirst().length());
    return Math.multiplyExact(Math.multiplyExact(rows, columns), depth(dimensions));
  }
}
