package org.jumelles.formats.hdf5;

import java.nio.ByteOrder;
import java.util.List;
import org.jumelles.kernel.raster.ElementType;

/// An array of numbers of three dimensions, the last one running fastest.
///
/// @param path in the file, from the root
public record Hdf5Array(String path, List<Integer> dimensions, ElementType type, ByteOrder order) {
  public Hdf5Array {
    dimensions = List.copyOf(dimensions);
    if (dimensions.size() != 3) {
      throw new IllegalArgumentException(path + ": " + dimensions);
    }
  }

  public long bytes() {
    return (long) dimensions.get(0) * dimensions.get(1) * dimensions.get(2) * type.bytes();
  }
}
