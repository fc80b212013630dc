package org.jumelles.formats.netcdf;

/// A named axis.
///
/// @param length one or more
public record Dimension(String name, long length) {
  public Dimension {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("a dimension named '" + name + "'");
    }
    if (length < 1) {
      throw new IllegalArgumentException("dimension " + name + " of length " + length);
    }
  }
}
