package org.jumelles.formats.matlab;

import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.raster.ElementType;

/// One numeric array.
///
/// @param dimensions at least two; the first index runs fastest
/// @param bytes little-endian
public record MatArray(String name, List<Integer> dimensions, ElementType type, Bytes bytes) {
  public MatArray {
    dimensions = List.copyOf(dimensions);
  }

  public int elements() {
    return (int) (bytes.size() / type.bytes());
  }
}
