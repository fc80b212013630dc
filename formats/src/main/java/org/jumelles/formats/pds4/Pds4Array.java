package org.jumelles.formats.pds4;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.outcome.Place;

/// An array of two or three axes.
///
/// @param path where the label says it
/// @param kind the element's name, such as `Array_3D_Spectrum`
/// @param axes in the order of their sequence numbers: the last one runs fastest
/// @param noData numbers that mean that there is none, by the names of Special_Constants
public record Pds4Array(
    Place place,
    String path,
    String kind,
    String name,
    String localIdentifier,
    long offset,
    Pds4Type type,
    Optional<String> unit,
    double scalingFactor,
    double valueOffset,
    List<Axis> axes,
    List<Constant> noData) {
  public Pds4Array {
    axes = List.copyOf(axes);
    noData = List.copyOf(noData);
  }

  /// @param bands of a Band_Bin_Set; empty where there is none
  public record Axis(String name, int elements, List<Band> bands) {
    public Axis {
      bands = List.copyOf(bands);
    }
  }

  /// @param unit of centre and width
  public record Band(double centre, OptionalDouble width, Optional<String> unit) {}

  /// One of the Special_Constants.
  public record Constant(String name, double value) {}
}
